import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { MIGRATIONS, migrate } from '#server/storage/migrate.ts';
import { aDatabaseFile } from '#server/storage/testing/aDatabase.ts';
import type { Db } from '#server/storage/db.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { aSessionRecord, connect, MARIA, NOOR, startSocketServer } from './testing/startSocketServer.ts';
import { openKeys } from '#server/storage/openKeys.ts';
import { aClinicKey } from '#server/storage/testing/keysOf.ts';

const STARTED_AT = '2026-10-05T09:00:00.000Z';
const OLD_CODE = '00000000-0000-4000-9000-000000000001';
const UNDONE_CODE = '00000000-0000-4000-9000-000000000002';
const WINDOW = '00000000-0000-4000-9000-0000000000aa';

/** A session as the version before presses had ids wrote it: without any later field, and cut off while coding. */
function oldFacts({ sessionId, caregivers }: SessionRecord): readonly Readonly<Record<string, unknown>>[] {
  const by = NOOR;
  const opened = { sessionId, startedAt: STARTED_AT, programme: 'pcit', programmeVersion: 'pcit-2011' };
  const code = { type: 'code.recorded', by, caregiverId: MARIA, heardAt: 900, pressedAt: 1_000 };
  const home = { participantId: 'home', name: 'Rivera', role: 'caregiver', device: 'combined', wearer: MARIA };
  return [
    { type: 'session.opened', by: 'server', ...opened, familyName: 'Rivera', caregivers, lead: by, leadName: 'Noor' },
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
    { type: 'participant.joined', by: 'server', ...home },
    { type: 'device.admitted', by, participantId: 'home' },
    { type: 'check-in.started', by },
    { type: 'coding.started', by, windowId: WINDOW, kind: 'cdi', caregiverId: MARIA, lengthMs: 300_000 },
    { ...code, codeId: OLD_CODE, code: 'LP' },
    { ...code, codeId: UNDONE_CODE, code: 'QU' },
    { type: 'code.undone', by, codeId: UNDONE_CODE },
  ].map((fact, index) => ({ seq: index + 1, at: index * 100, ...fact }));
}

/** A database of the version before presses had ids, with people, a session and its facts in it. */
async function anOldDatabase(record: SessionRecord) {
  const { db, close } = openDatabase(aDatabaseFile());
  onTestFinished(close);
  const names = Object.keys(MIGRATIONS);
  const before = names[names.findIndex((name) => name.endsWith('-presses')) - 1];
  await migrate(db, before);

  const { sessionId, familyId } = record;
  await sql`
    insert into auth_user (id, name, email, "emailVerified", role, "createdAt", "updatedAt")
    values (${NOOR}, 'Noor', 'noor@clinic.example', 0, 'therapist', ${STARTED_AT}, ${STARTED_AT})
  `.execute(db);
  await sql`
    insert into families (family_id, name, child_initials, programme, programme_version)
    values (${familyId}, 'Rivera', 'L', 'pcit', 'pcit-2011')
  `.execute(db);
  await sql`
    insert into coaching_sessions (session_id, family_id, lead_user_id, starts_at, programme, programme_version, made_by)
    values (${sessionId}, ${familyId}, ${NOOR}, ${STARTED_AT}, 'pcit', 'pcit-2011', ${NOOR})
  `.execute(db);
  let place = 0;
  for (const { seq, at, type, ...rest } of oldFacts(record)) {
    const isPress = String(type).startsWith('code.');
    await sql`
      insert into session_facts (session_id, seq, at, type, fact, client_id, client_seq)
      values (
        ${sessionId}, ${seq}, ${at}, ${type}, ${JSON.stringify({ seq, at, type, ...rest })},
        ${isPress ? 'a-window' : null}, ${isPress ? (place += 1) : null}
      )
    `.execute(db);
  }
  return db;
}

const rowsOf = async (db: Db) =>
  (await sql<{ fact: string }>`select session_id, seq, at, type, fact from session_facts order by seq`.execute(db))
    .rows;

test('[LOG1] [LOG2] a session of that version keeps every fact, wakes, and goes on', async () => {
  const record = aSessionRecord();
  const db = await anOldDatabase(record);
  const before = await rowsOf(db);
  await migrate(db);
  expect(before).toHaveLength(10);
  const respelled = before.map((row) => ({ ...row, fact: row.fact.replaceAll('"programme', '"program') }));
  expect(await rowsOf(db)).toEqual(respelled);
  expect((await sql`pragma foreign_key_check`.execute(db)).rows).toEqual([]);

  const { familyKeys } = await openKeys(db, aClinicKey(), { now: () => new Date(), say: () => undefined });
  const log = createSqlFactLog(db, familyKeys);
  expect(await log.presses(record.sessionId)).toEqual(new Map());
  const server = await startSocketServer({ log });
  const noor = await connect(server, record, { id: NOOR, role: 'therapist' });
  const press = (codeId: string, code: string) =>
    noor.ask('code:record', { codeId, code, caregiverId: MARIA, pressedAt: 2_000, heardDelayMs: 0 });

  // The answer to this one was lost when the server was upgraded: its page sends it again.
  expect(await press(OLD_CODE, 'LP')).toEqual({ ok: true, value: { seq: 8 } });
  const codeId = randomUUID();
  const written = await press(codeId, 'BD');
  expect(written).toMatchObject({ ok: true });
  expect(await press(codeId, 'BD')).toEqual(written);
  expect(await noor.ask('code:undo', { pressId: randomUUID(), codeId: OLD_CODE })).toMatchObject({ ok: true });

  const { phase, codes } = (await server.rooms.stateOf(record.sessionId))!;
  expect(phase).toBe('coding');
  expect(codes.map(({ code, undone }) => [code, undone])).toEqual([
    ['LP', true],
    ['QU', true],
    ['BD', false],
  ]);
  expect(server.faults).toEqual([]);
});

test('upgrading a database twice changes nothing', async () => {
  const db = await anOldDatabase(aSessionRecord());
  await migrate(db);
  const once = await rowsOf(db);
  await migrate(db);
  expect(await rowsOf(db)).toEqual(once);
});
