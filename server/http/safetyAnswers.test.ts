import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { EXPORT_FORMATS } from '#shared/domain/exports/exportFormats.ts';
import { FamilyRecord } from '#shared/protocol/http/families.ts';
import { CodeId, WindowId } from '#shared/protocol/ids.ts';
import { ok } from '#shared/protocol/reply.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

const SHEET = {
  telephone: '+49 30 5550 4711',
  address: 'Lindenweg 4, Musterstadt',
  atHome: 'Grandmother Zwiebelkuchen',
  emergencyName: 'Uncle Quastenflosser',
  emergencyTelephone: '0170 8150815',
  emergencyService: 'Ambulance 112',
};

async function aFamilyWithASheet() {
  const clinic = await anHttpClinic();
  const lead = await clinic.aPerson('therapist', 'Noor');
  const session = await clinic.aSessionOf(lead);
  const path = pathOf('safety-sheet:read', { familyId: session.familyId });
  const write = pathOf('safety-sheet:write', { familyId: session.familyId });
  const { answer } = await clinic.ask('POST', write, SHEET, { as: lead });
  return { clinic, lead, session, path, written: answer };
}

test('[SAF2] a sheet is kept with whoever changed it, and each change is the next revision', async () => {
  const { clinic, lead, path, written } = await aFamilyWithASheet();
  expect(written).toMatchObject({ sheet: SHEET, revision: 1, changedBy: 'Noor' });
  const moved = { ...SHEET, address: 'Am Markt 1, Musterstadt' };
  const { answer } = await clinic.ask('POST', path, moved, { as: lead });
  expect(answer).toMatchObject({ sheet: moved, revision: 2 });
  expect((await clinic.ask('GET', path, undefined, { as: lead })).answer).toEqual(answer);
});

test('[SAF2] a sheet is its own therapists’ and the supervisors’, and only its therapists change it', async () => {
  const { clinic, path } = await aFamilyWithASheet();
  const other = await clinic.aPerson('therapist', 'Ida');
  const supervisor = await clinic.aPerson('supervisor', 'Ada');
  const admin = await clinic.aPerson('admin', 'Ole');
  const read = async (as: typeof other) => (await clinic.ask('GET', path, undefined, { as })).status;
  const change = async (as: typeof other) => (await clinic.ask('POST', path, SHEET, { as })).status;
  expect([await read(other), await read(supervisor), await read(admin)]).toEqual([404, 200, 403]);
  expect([await change(other), await change(supervisor), await change(admin)]).toEqual([404, 403, 403]);
  expect((await clinic.ask('GET', path)).status).toBe(401);
});

test('a family that nobody asked yet has no sheet, and a number that cannot be one is refused', async () => {
  const clinic = await anHttpClinic();
  const lead = await clinic.aPerson('therapist', 'Noor');
  const { familyId } = await clinic.aSessionOf(lead);
  const path = pathOf('safety-sheet:read', { familyId });
  expect((await clinic.ask('GET', path, undefined, { as: lead })).answer).toBeNull();
  expect((await clinic.ask('POST', path, { ...SHEET, telephone: ' ' }, { as: lead })).status).toBe(400);
  expect((await clinic.ask('GET', path, undefined, { as: lead })).answer).toBeNull();
});

test('[SAF2] neither the record, the log, the report nor any export has a word of it', async () => {
  const { clinic, lead, session } = await aFamilyWithASheet();
  const room = await clinic.rooms.open(session);
  const { lead: by } = session;
  const caregiverId = session.caregivers[0]?.caregiverId;
  if (caregiverId === undefined) throw new Error('A family has a caregiver.');
  const windowId = WindowId.parse(randomUUID());
  const codeId = CodeId.parse(randomUUID());
  await room.actor.apply(() =>
    ok([
      {
        type: 'participant.joined',
        by: 'server',
        participantId: by,
        name: 'Noor',
        role: 'therapist',
        device: null,
        wearer: null,
      },
      { type: 'waiting.opened', by },
      { type: 'check-in.started', by },
      { type: 'safety.confirmed', by, revision: 1 },
      { type: 'coding.started', by, windowId, kind: 'cdi', caregiverId, lengthMs: 300_000 },
      { type: 'code.recorded', by, codeId, code: 'LP', caregiverId, heardAt: 0, pressedAt: 0 },
      { type: 'coding.finished', by, windowId, complete: false },
      { type: 'feedback.started', by },
      { type: 'session.closed', by },
    ]),
  );
  const { sessionId, familyId } = session;
  const record = await clinic.ask('GET', pathOf('family:read', { familyId }), undefined, { as: lead });
  const told: unknown[] = [
    FamilyRecord.parse(record.answer),
    await clinic.factLog.read(sessionId),
    (await clinic.ask('GET', pathOf('session-report:read', { sessionId }), undefined, { as: lead })).answer,
  ];
  for (const format of EXPORT_FORMATS) {
    const { status, answer } = await clinic.ask(
      'POST',
      pathOf('exports:make', { sessionId }),
      { format },
      { as: lead },
    );
    expect([format, status]).toEqual([format, 200]);
    told.push(answer);
  }
  const all = JSON.stringify(told);
  const words = ['5550 4711', 'Lindenweg', 'Zwiebelkuchen', 'Quastenflosser', '8150815', 'Ambulance'];
  expect(words.filter((word) => all.includes(word))).toEqual([]);
  expect(all).toContain('safety.confirmed');
});
