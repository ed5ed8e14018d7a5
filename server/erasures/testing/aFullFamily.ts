import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { type FamilyId, NoteId, type ParticipantId, type SessionId } from '#shared/protocol/ids.ts';
import { aFact } from '#shared/session/testing/aSession.ts';
import { createFileRecordingStore } from '#server/recording/store/createFileRecordingStore.ts';
import { createRecordingKeys } from '#server/recording/store/recordingKeys.ts';
import { aCluster, aSecond, aWebmStart } from '#server/recording/store/webm/testing/aWebmStream.ts';
import { aPlan, record } from '#server/recording/testing/recordingStoreContract.ts';
import type { Db } from '#server/storage/db.ts';
import { SEALED_COLUMNS } from '#server/storage/sealedColumns.ts';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import { createSqlFamilyEraser } from '#server/storage/sqlFamilyEraser.ts';
import { createSqlFamilyLog } from '#server/storage/sqlFamilyLog.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { keysIn } from '#server/storage/testing/keysOf.ts';
import { anAccount } from '#server/storage/testing/records.ts';

export const NOW = new Date('2026-03-02T09:00:00Z');

/** The stores of a server over a data folder. */
export async function openStores(folder: string, db: Db) {
  const keys = keysIn(folder, db);
  return {
    keys,
    records: createSqlRecords(db, keys),
    log: createSqlFactLog(db, keys),
    familyLog: createSqlFamilyLog(db, keys),
    eraser: createSqlFamilyEraser(db, keys),
    recordings: await createFileRecordingStore(
      join(folder, 'recordings'),
      createRecordingKeys(db, keys, () => NOW),
    ),
  };
}

type Stores = Awaited<ReturnType<typeof openStores>>;

/** A family with one of everything that is stored, each with a word of its own that begins with this one. */
export async function aFullFamily(db: Db, stores: Stores, word: string) {
  const { records, log, familyLog, recordings } = stores;
  const { userId: lead } = await anAccount(db);
  const by = { id: lead, name: `${word}-therapist` };
  const names = { name: `${word}-name`, childInitials: 'QX', caregiverNames: [`${word}-one`, `${word}-two`] };
  const { familyId, caregivers } = await records.makeFamily({ ...names, therapist: lead }, by, NOW);
  const plan = { familyId, lead, madeBy: lead, startsAt: NOW, program: 'pcit', programVersion: 'pcit-2011' };
  const session = await records.makeSession(plan);
  const [caregiver] = caregivers;
  if (session === undefined || caregiver === undefined) throw new Error('The family was not made.');
  const { sessionId } = session;
  const { caregiverId } = caregiver;
  const expiresAt = new Date(NOW.getTime() + 3_600_000);
  const link = await records.makeLink({ sessionId, kind: 'ear', wearer: caregiverId, now: NOW, expiresAt });
  await records.redeemLink(link.secret, NOW);
  const diary = await records.makeDiaryLink({ familyId, caregiverId }, NOW);
  await records.openDiary(diary.secret, NOW);
  await records.makeDiaryLink({ familyId, caregiverId }, NOW);
  const sheet = { telephone: '5550', address: `${word}-address`, atHome: '', emergencyName: `${word}-aunt` };
  const whole = { ...sheet, emergencyTelephone: '', emergencyService: '' };
  await records.writeSafetySheet(familyId, whole, by.name, NOW);
  const pause = { type: 'course.pause', reason: `${word}-reason` } as const;
  await familyLog.append(familyId, [{ seq: 2, at: NOW.toISOString(), by, entry: pause }]);
  const opened = { familyName: names.name, caregivers: [...caregivers], lead, leadName: by.name };
  await log.append(sessionId, [aFact.opened({ sessionId, ...opened })]);
  const notes = Array.from({ length: 450 }, (_, at) => ({ seq: at + 2, at: at + 1, ...aNote(lead, `${word}-note`) }));
  await log.append(sessionId, notes);
  const pictures = randomBytes(48);
  const stream = [aWebmStart(), ...[0, 1_000, 2_000].map((at) => aCluster(aSecond(at, pictures)))];
  await record(recordings, sessionId, aPlan(), stream);
  const erasesOn = '2026-06-01';
  await records.announce(
    [
      { familyId, sessionId, erasesOn },
      { familyId, sessionId: null, erasesOn },
    ],
    '2026-03-02',
  );
  const keep = { reason: 'treatment', by: lead, today: '2026-03-02', now: NOW } as const;
  await records.keepLonger({ familyId, sessionId }, keep);
  return { familyId, sessionId, lead, by, stored: await storedBytes(db, familyId, sessionId) };
}

function aNote(by: ParticipantId, text: string): Extract<FactDraft, { type: 'note.written' }> {
  return { type: 'note.written', by, noteId: NoteId.parse(randomUUID()), text };
}

/** Every encrypted value and key of a family, as the database has it. */
async function storedBytes(db: Db, familyId: FamilyId, sessionId: SessionId): Promise<readonly Buffer[]> {
  const bytes: Buffer[] = [];
  const columns = [
    ...SEALED_COLUMNS,
    { column: 'family_keys.wrapped_key', of: 'family_id' },
    { column: 'recordings.wrapped_key', of: 'session_id' },
  ] as const;
  for (const { column, of } of columns) {
    const [table = '', name = ''] = column.split('.');
    const id = of === 'family_id' ? familyId : sessionId;
    const { rows } = await sql<{ value: Buffer | null }>`
      select ${sql.ref(name)} as value from ${sql.table(table)} where ${sql.ref(of)} = ${id}
    `.execute(db);
    bytes.push(...rows.flatMap(({ value }) => value ?? []));
  }
  return bytes;
}

/** How many rows there are about a family, by table; none is left out. */
export async function rowsAbout(db: Db, familyId: FamilyId, sessionId: SessionId): Promise<Record<string, number>> {
  const columns = (await db.introspection.getTables())
    .flatMap(({ name: table, columns }) => columns.map(({ name: column }) => ({ table, column })))
    .filter(({ column }) => column === 'family_id' || column === 'session_id');
  const counts: Record<string, number> = {};
  for (const { table, column } of columns) {
    const id = column === 'family_id' ? familyId : sessionId;
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(table)} where ${sql.ref(column)} = ${id}
    `.execute(db);
    const count = rows[0]?.count ?? 0;
    if (count > 0) counts[table] = (counts[table] ?? 0) + count;
  }
  return counts;
}
