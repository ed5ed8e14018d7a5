import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { NoteId, ParticipantId } from '#shared/protocol/ids.ts';
import { aFact } from '#shared/session/testing/aSession.ts';
import { Unreadable } from '#server/keys/seal.ts';
import { createSqlFactLog } from './sqlFactLog.ts';
import { createSqlFamilyLog } from './sqlFamilyLog.ts';
import { createSqlRecords } from './sqlRecords.ts';
import { SEALED_COLUMNS } from './sealedColumns.ts';
import type { Db } from './db.ts';
import { aDatabase, aDatabaseFile } from './testing/aDatabase.ts';
import { filesContaining } from './testing/filesContaining.ts';
import { keysIn } from './testing/keysOf.ts';
import { anAccount } from './testing/records.ts';

const NOW = new Date('2026-03-02T09:00:00Z');
const FAMILY = { name: 'Quillfeather', childInitials: 'ZJQX', childBirthMonth: '1983-11' };
const SHEET = {
  telephone: '+99 5550 1234567',
  address: 'Marmaladegasse 4711',
  atHome: 'Grandma Thistlewick',
  emergencyName: 'Bramblethorpe',
  emergencyTelephone: '+99 5550 7654321',
  emergencyService: 'Hospital Sneezewort',
};
const CAREGIVERS = ['Wilhelmina Featherstone', 'Barnaby Featherstone'];
const NOTE = 'The hippogriff plays with marzipan.';
const REASON = 'Away to Ultima Thule.';
const PERSON = { id: ParticipantId.parse('ida'), name: 'Ida Cholmondeley' };

/** Every word about the family above. */
const WORDS = [...Object.values(FAMILY), ...Object.values(SHEET), ...CAREGIVERS, NOTE, REASON, PERSON.name];

/** A clinic in a folder of its own with one family, about which every field is filled. */
async function aFilledClinic() {
  const file = aDatabaseFile();
  const folder = dirname(file);
  const db = await aDatabase(file);
  const keys = keysIn(folder, db);
  const records = createSqlRecords(db, keys);
  const [log, familyLog] = [createSqlFactLog(db, keys), createSqlFamilyLog(db, keys)];
  const { userId: lead } = await anAccount(db);
  const { familyId, caregivers } = await records.makeFamily({ ...FAMILY, caregiverNames: CAREGIVERS }, PERSON, NOW);
  const plan = { familyId, lead, madeBy: lead, startsAt: NOW, program: 'pcit', programVersion: 'pcit-2011' };
  const { sessionId } = (await records.makeSession(plan))!;
  const { secret } = await records.makeLink({
    sessionId,
    kind: 'ear',
    wearer: caregivers[0]!.caregiverId,
    now: NOW,
    expiresAt: new Date(NOW.getTime() + 3_600_000),
  });
  await records.redeemLink(secret, NOW);
  await records.writeSafetySheet(familyId, SHEET, PERSON.name, NOW);
  const entry = { type: 'course.pause', reason: REASON } as const;
  await familyLog.append(familyId, [{ seq: 2, at: NOW.toISOString(), by: PERSON, entry }]);
  const names = { familyName: FAMILY.name, caregivers: [...caregivers], lead, leadName: PERSON.name };
  const note: FactDraft = { type: 'note.written', by: lead, noteId: NoteId.parse(randomUUID()), text: NOTE };
  await log.append(sessionId, [aFact.opened({ sessionId, ...names }), { seq: 2, at: 5, ...note }]);
  return { db, folder, keys, records, log, familyLog, familyId, sessionId };
}

test('[KEY1] no file of the data folder contains a word about a family', async () => {
  const { db, folder } = await aFilledClinic();
  for (const word of WORDS) expect([word, filesContaining(folder, word)]).toEqual([word, []]);
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
  for (const word of WORDS) expect([word, filesContaining(folder, word)]).toEqual([word, []]);
  expect(filesContaining(folder, 'pcit-2011')).toEqual(['earshot.sqlite']);
});

test('what was stored about a family is read as it was written', async () => {
  const { records, log, familyLog, familyId, sessionId } = await aFilledClinic();
  expect(await records.findFamily(familyId)).toMatchObject(FAMILY);
  expect((await records.listFamilies())[0]?.caregivers.map(({ name }) => name)).toEqual(CAREGIVERS);
  expect(await records.findSafetySheet(familyId)).toMatchObject({ sheet: SHEET, changedBy: PERSON.name });
  expect(await familyLog.read(familyId, 1)).toMatchObject([{ by: PERSON, entry: { reason: REASON } }]);
  expect(await log.read(sessionId, 1)).toMatchObject([{ text: NOTE }]);
});

test('families are listed by name, which the database cannot read', async () => {
  const { records } = await aFilledClinic();
  for (const name of ['Wren', 'Adder', 'Lark']) {
    await records.makeFamily({ ...FAMILY, name, caregiverNames: ['Nora'] }, PERSON, NOW);
  }
  expect((await records.listFamilies()).map(({ name }) => name)).toEqual(['Adder', 'Lark', FAMILY.name, 'Wren']);
});

test('[KEY1] after a family’s key was destroyed nothing about it is read, and others are not affected', async () => {
  const { db, folder, keys, records, log, familyLog, familyId, sessionId } = await aFilledClinic();
  const other = await records.makeFamily({ ...FAMILY, name: 'Wren', caregiverNames: ['Nora'] }, PERSON, NOW);
  const { wrapped_key: wrapped } = await db
    .selectFrom('family_keys')
    .selectAll()
    .where('family_id', '=', familyId)
    .executeTakeFirstOrThrow();
  expect(filesContaining(folder, wrapped!)).not.toEqual([]);
  await keys.destroy(familyId, NOW);
  expect(filesContaining(folder, wrapped!)).toEqual([]);
  expect(await records.findFamily(familyId)).toBeUndefined();
  expect(await records.findSession(sessionId)).toBeUndefined();
  expect(await records.findSafetySheet(familyId)).toBeUndefined();
  expect(await log.read(sessionId)).toEqual([]);
  expect(await familyLog.read(familyId)).toEqual([]);
  await expect(log.append(sessionId, [{ ...aFact.opened({}), seq: 3 }])).rejects.toThrow();
  expect((await records.listFamilies()).map((family) => family.familyId)).toEqual([other.familyId]);
});

/** Exchanges the values of a column in two rows. */
async function exchange(db: Db, table: string, column: string) {
  const { rows } = await sql<{ rowid: number; value: Buffer }>`
    select rowid as rowid, ${sql.ref(column)} as value from ${sql.table(table)} order by rowid limit 2
  `.execute(db);
  const [one, other] = [rows[0]!, rows[1]!];
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${other.value} where rowid = ${one.rowid}`.execute(db);
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${one.value} where rowid = ${other.rowid}`.execute(db);
}

test.for([
  ['of two facts of a session', 'session_facts', 'fact'],
  ['of two facts of a family', 'family_facts', 'entry'],
  ['of two caregivers', 'caregivers', 'name'],
])('[KEY1] exchanged values %s are not read', async ([, table = '', column = '']) => {
  const { db, folder, sessionId, familyId } = await aFilledClinic();
  await exchange(db, table, column);
  const fresh = keysIn(folder, db);
  const reads = [
    () => createSqlFactLog(db, fresh).read(sessionId),
    () => createSqlFamilyLog(db, fresh).read(familyId),
    () => createSqlRecords(db, fresh).findFamily(familyId),
  ];
  const outcomes = await Promise.allSettled(reads.map((read) => read()));
  const failed = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
  expect(failed).toEqual([expect.any(Unreadable)]);
});

/** Columns with text that are not encrypted, in tables about a family or its sessions. None may name a person. */
const READABLE = [
  'audit.actor',
  'audit.kind',
  'audit.outcome',
  'audit.what',
  'caregiver_passkeys.public_key',
  'caregiver_passkeys.transports',
  'coaching_sessions.program',
  'coaching_sessions.program_edits',
  'coaching_sessions.program_version',
  'coaching_sessions.stage',
  'coaching_sessions.treatment_phase',
  'coder_comparisons.shown_to',
  'course_overviews.as_of',
  'course_overviews.basis',
  'devices.kind',
  'erasures.counts',
  'erasures.reason',
  'families.clinic_program_name',
  'families.program',
  'families.program_version',
  'family_therapists.cover_for',
  'family_therapists.cover_until',
  'join_links.kind',
  'legal_holds.end_reason',
  'legal_holds.reason',
  'retention_announcements.announced_on',
  'retention_announcements.erases_on',
  'retention_keeps.kept_until',
  'retention_keeps.reason',
  'session_facts.type',
  'session_models.phase',
];

/** Ids, hashes, moments and who wears a device (an id) say nothing. */
const SAYS_NOTHING = /(_id|_at|_by|_hash|^at|^wearer)$/;

test('[KEY1] every column about a family that can contain words is encrypted, or is known to name nobody', async () => {
  const { rows } = await sql<{ table: string; column: string }>`
    select tables.name as "table", columns.name as "column"
    from sqlite_schema as tables join pragma_table_info(tables.name) as columns
    where tables.type = 'table' and lower(columns.type) = 'text' and exists (
      select 1 from pragma_table_info(tables.name) where name in ('family_id', 'session_id', 'caregiver_id')
    )
    order by 1, 2
  `.execute(await aDatabase());
  const sealed = new Set<string>(['recordings.wrapped_key', ...SEALED_COLUMNS.map(({ column }) => column)]);
  const readable = rows
    .filter(({ table, column }) => !sealed.has(`${table}.${column}`) && !SAYS_NOTHING.test(column))
    .map(({ table, column }) => `${table}.${column}`);
  expect(readable).toEqual(READABLE);
});
