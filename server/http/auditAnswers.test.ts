import { expect, test } from 'vitest';
import type { AuditPage, AuditQuery } from '#shared/protocol/http/audit.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { cookieFrom } from '#server/auth/testing/anAuth.ts';
import { createSqlAuditLog } from '#server/storage/sqlAuditLog.ts';
import { anHttpClinic, NOW } from './testing/anHttpClinic.ts';

const ENTRY = {
  at: NOW.toISOString(),
  actor: 'therapist',
  actorId: null,
  what: 'record.read',
  outcome: 'done',
  familyId: null,
  sessionId: null,
  subjectId: null,
} as const;

async function aClinic() {
  const clinic = await anHttpClinic();
  const { ask, aPerson, aSessionOf, audit } = clinic;
  const [ida, omar, admin] = [
    await aPerson('therapist', 'Ida Berg'),
    await aPerson('therapist', 'Omar Hale'),
    await aPerson('admin', 'Tess Novak'),
  ];
  const [lark, other] = [await aSessionOf(ida), await aSessionOf(omar)];
  async function read(url: string, as = admin) {
    await audit.close();
    const { status, answer } = await ask('GET', url, undefined, { as });
    return { status, page: answer as AuditPage };
  }
  const list = async (query: AuditQuery) => (await read(pathOf('audit:list', { query }))).page;
  return { ...clinic, ida, omar, admin, lark, other, read, list };
}

test('[ADT4] an admin reads who did what, by family, person and kind, with the names of today', async () => {
  const { ask, ida, omar, lark, other, list } = await aClinic();
  await ask('GET', pathOf('family:read', { familyId: lark.familyId }), undefined, { as: ida });
  await ask('GET', pathOf('family:read', { familyId: lark.familyId }), undefined, { as: omar });
  await ask('GET', pathOf('safety-sheet:read', { familyId: other.familyId }), undefined, { as: omar });
  const idas = { actorName: 'Ida Berg', kind: 'read', familyName: lark.familyName, familyId: lark.familyId };
  expect((await list({ familyId: lark.familyId })).lines).toMatchObject([
    { actorName: 'Omar Hale', kind: 'denial' },
    idas,
  ]);
  expect((await list({ actorId: ida.userId })).lines).toMatchObject([idas]);
  expect((await list({ kind: 'denial' })).lines).toMatchObject([{ actorName: 'Omar Hale', what: 'record.read' }]);
  const [own] = (await list({ familyId: lark.familyId })).lines;
  expect(own).toMatchObject({ actorName: 'Tess Novak', what: 'audit.read' });
});

test('[ADT4] a long audit is read in pages that neither repeat nor lose a row', async () => {
  const { db, list } = await aClinic();
  await createSqlAuditLog(db).append(Array<typeof ENTRY>(120).fill(ENTRY));
  const seqs: number[] = [];
  let before: number | undefined;
  do {
    const page = await list({ kind: 'read', ...(before !== undefined && { before }) });
    expect(page.lines.length).toBeLessThanOrEqual(50);
    seqs.push(...page.lines.filter(({ what }) => what === 'record.read').map(({ seq }) => seq));
    before = page.next ?? undefined;
  } while (before !== undefined);
  expect(seqs).toEqual(Array.from({ length: 120 }, (_, place) => 120 - place));
});

test('[ADT4] those who are tied to a family read its rows alone, and nobody else does', async () => {
  const { ask, ida, omar, lark, other, read } = await aClinic();
  for (const { familyId } of [lark, other]) {
    for (const as of [ida, omar]) await ask('GET', pathOf('family:read', { familyId }), undefined, { as });
  }
  const url = pathOf('family-audit:read', { familyId: lark.familyId });
  const { page } = await read(url, ida);
  expect(page.lines.map(({ actorName, kind }) => [actorName, kind])).toEqual([
    ['Omar Hale', 'denial'],
    ['Ida Berg', 'read'],
  ]);
  expect((await read(url, omar)).status).toBe(404);
  expect((await read(pathOf('audit:list'), ida)).status).toBe(403);
});

test('[ADT4] a row about a family whose key was destroyed is still there, without its name', async () => {
  const { ask, db, ida, lark, list } = await aClinic();
  await ask('GET', pathOf('family:read', { familyId: lark.familyId }), undefined, { as: ida });
  const destroyed = { wrapped_key: null, clinic_key_id: null, destroyed_at: NOW.toISOString() };
  await db.updateTable('family_keys').set(destroyed).where('family_id', '=', lark.familyId).execute();
  expect((await list({})).lines).toMatchObject([{ what: 'record.read', familyId: lark.familyId }]);
});

test('[ADT4] a caregiver reads in the diary which roles looked, and no name', async () => {
  const { ask, audit, records, ida, lark } = await aClinic();
  const { familyId, caregivers } = lark;
  expect((await ask('GET', pathOf('diary-audit:read'))).status).toBe(401);
  const link = await records.makeDiaryLink({ familyId, caregiverId: caregivers[0]!.caregiverId }, NOW);
  const opened = await ask('POST', pathOf('diary:open'), { secret: link.secret });
  const cookie = cookieFrom(opened.cookies);
  await ask('GET', pathOf('family:read', { familyId }), undefined, { as: ida });
  await ask('GET', pathOf('diary:read'), undefined, { cookie });
  await audit.close();
  const { answer } = await ask('GET', pathOf('diary-audit:read'), undefined, { cookie });
  expect(answer).toEqual([{ on: '2026-03-02', by: 'therapist', at: ['record'] }]);
});
