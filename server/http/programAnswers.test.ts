import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { ClinicProgram } from '#shared/protocol/http/programs.ts';
import { anHttpClinic, NOW } from './testing/anHttpClinic.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

const COPY = {
  name: 'Our PCIT',
  basedOn: { id: PCIT.id, version: PCIT.version },
  edits: { goals: { CDI1: 8 }, localGoals: [] },
};

async function aCopy() {
  const clinic = await anHttpClinic();
  const admin = await clinic.aPerson('admin', 'Ada Moor');
  const made = await clinic.ask('POST', pathOf('programs:make'), COPY, { as: admin });
  return { ...clinic, admin, copy: ClinicProgram.parse(made.answer) };
}

test('[PRO2] an admin makes a copy, and the staff read it with who made it and when', async () => {
  const { ask, aPerson, copy } = await aCopy();
  expect(copy).toMatchObject({ ...COPY, version: 1, madeBy: 'Ada Moor', madeAt: NOW.toISOString() });
  for (const role of ['therapist', 'supervisor'] as const) {
    const as = await aPerson(role);
    expect((await ask('GET', pathOf('programs:list'), undefined, { as })).answer).toEqual([copy]);
  }
});

test('[PRO2] a change is the next version, and the former stays as it was', async () => {
  const { ask, admin, copy } = await aCopy();
  const url = pathOf('program:read', { clinicProgramId: copy.clinicProgramId });
  const change = { name: 'Our PCIT, stricter', edits: { goals: { CDI1: 12 }, localGoals: [] } };
  const changed = await ask('POST', pathOf('program:change', copy), change, { as: admin });
  expect(changed.answer).toMatchObject({ ...change, version: 2, basedOn: COPY.basedOn });
  expect((await ask('GET', url, undefined, { as: admin })).answer).toEqual([changed.answer, copy]);
  expect((await ask('GET', pathOf('programs:list'), undefined, { as: admin })).answer).toEqual([changed.answer]);
});

test('[PRO4] edits that do not fit the program are refused in words, and nothing is kept', async () => {
  const { ask, admin, copy } = await aCopy();
  const edits = { goals: { PDI3: 7 }, localGoals: [] };
  const refused = { status: 400, answer: { error: expect.stringContaining('0 to 100%') as string } };
  expect(await ask('POST', pathOf('programs:make'), { ...COPY, edits }, { as: admin })).toMatchObject(refused);
  const url = pathOf('program:read', { clinicProgramId: copy.clinicProgramId });
  expect(await ask('POST', url, { name: 'x', edits }, { as: admin })).toMatchObject(refused);
  expect((await ask('GET', pathOf('programs:list'), undefined, { as: admin })).answer).toEqual([copy]);
});

test('what is not there is not found', async () => {
  const { ask, admin } = await aCopy();
  const url = pathOf('program:read', { clinicProgramId: '7d1c1a52-3f0e-4c55-9d0e-7a3f2a7f0001' });
  const { name, edits } = COPY;
  expect((await ask('GET', url, undefined, { as: admin })).status).toBe(404);
  expect((await ask('POST', url, { name, edits }, { as: admin })).status).toBe(404);
  const basedOn = { id: 'nothing', version: '1' };
  expect((await ask('POST', pathOf('programs:make'), { ...COPY, basedOn }, { as: admin })).status).toBe(400);
});
