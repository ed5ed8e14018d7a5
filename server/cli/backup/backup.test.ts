import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { type FamilyId, type SessionId, TakeId } from '#shared/protocol/ids.ts';
import { aFact } from '#shared/session/testing/aSession.ts';
import { createRecordingKeys } from '#server/recording/store/recordingKeys.ts';
import { createSqlAuditLog } from '#server/storage/sqlAuditLog.ts';
import { rowsAbout } from '#server/erasures/testing/aFullFamily.ts';
import { createSqlFamilyEraser } from '#server/storage/sqlFamilyEraser.ts';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { migrate } from '#server/storage/migrate.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import { aFolder } from '#server/storage/testing/aDatabase.ts';
import { keysIn } from '#server/storage/testing/keysOf.ts';
import { anAccount, aSession } from '#server/storage/testing/records.ts';
import { commands } from '../commands.ts';
import { runCommand } from '../runCommand.ts';

const NOW = new Date('2026-03-02T09:00:00Z');
const CONTENT = Buffer.from('a take of a recording, encrypted');

/** Opens a data folder as a server does. */
async function open(folder: string) {
  const { db, close } = openDatabase(join(folder, 'earshot.sqlite'));
  onTestFinished(close);
  await migrate(db);
  const keys = keysIn(folder, db);
  return {
    db,
    close,
    keys,
    records: createSqlRecords(db, keys),
    facts: createSqlFactLog(db, keys),
    recordingKeys: createRecordingKeys(db, keys, () => NOW),
  };
}

type Store = Awaited<ReturnType<typeof open>>;
type Added = {
  readonly familyId: FamilyId;
  readonly sessionId: SessionId;
  readonly take: string;
  readonly key: Buffer;
};

/** A family with a session and its recording. */
async function addFamily(folder: string, { db, records, facts, recordingKeys }: Store): Promise<Added> {
  const coach = await anAccount(db);
  const { familyId, sessionId, familyName, leadName, caregivers } = await aSession(records, coach);
  const startedAt = NOW.toISOString();
  const people = { familyName, leadName, lead: coach.userId, caregivers: [...caregivers] };
  await facts.append(sessionId, [aFact.opened({ sessionId, startedAt, ...people })]);
  const key = await recordingKeys.make(sessionId);
  const take = TakeId.parse(randomUUID());
  mkdirSync(join(folder, 'recordings', sessionId), { recursive: true });
  writeFileSync(join(folder, 'recordings', sessionId, take), CONTENT);
  const read = { at: NOW.toISOString(), actor: 'therapist', what: 'record.read', outcome: 'done' } as const;
  await createSqlAuditLog(db).append([{ ...read, actorId: coach.userId, familyId, sessionId, subjectId: null }]);
  return { familyId, sessionId, take, key };
}

async function aClinic() {
  const folder = aFolder();
  const store = await open(folder);
  const families = [await addFamily(folder, store), await addFamily(folder, store)] as const;
  const backups = join(aFolder(), 'backups');

  async function typed(args: readonly string[]) {
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const terminal = { env: { EARSHOT_DATA: folder }, print: say, complain: say };
    return { code: await runCommand(commands, args, terminal), said: said.join('\n') };
  }
  const back = async (...more: string[]) =>
    expect(await typed(['backup', backups, ...more])).toMatchObject({ code: 0 });

  /** The drill: a new data folder from a backup, with the key that was kept elsewhere. */
  async function restored(name?: string) {
    const to = join(aFolder(), 'data');
    const outcome = await typed(['restore', backups, '--to', to, ...(name === undefined ? [] : ['--backup', name])]);
    expect(outcome).toMatchObject({ code: 0 });
    copyFileSync(join(folder, 'clinic.key'), join(to, 'clinic.key'));
    return { ...(await open(to)), to, said: outcome.said };
  }
  const names = () => readdirSync(backups).flatMap((file) => /^(backup-.*)[.]json$/.exec(file)?.[1] ?? []);
  return { folder, store, families, backups, typed, back, restored, names };
}

test('[KEY4] a backup that is made while the server runs is restored whole, with families, logs, audit and recordings', async () => {
  const { store, families, back, restored, typed, backups } = await aClinic();
  // Somebody is writing.
  const other = await store.db.connection().execute(async (connection) => {
    await sql`begin immediate`.execute(connection);
    await sql`update families set program = program`.execute(connection);
    await back();
    await sql`commit`.execute(connection);
    return true;
  });
  expect(other).toBe(true);
  expect(await typed(['backup', 'verify', backups])).toMatchObject({ code: 0 });
  const again = await restored();
  expect(await again.records.listFamilies()).toEqual(await store.records.listFamilies());
  for (const { sessionId, take, key } of families) {
    expect(await again.facts.read(sessionId)).toEqual(await store.facts.read(sessionId));
    expect(await again.recordingKeys.find(sessionId)).toEqual(key);
    expect(readFileSync(join(again.to, 'recordings', sessionId, take))).toEqual(CONTENT);
  }
  expect(await createSqlAuditLog(again.db).head()).toEqual(await createSqlAuditLog(store.db).head());
  expect(await again.db.selectFrom('auth_session').selectAll().execute()).toEqual([]);
});

test('[RET3] what was announced before a backup is announced anew after it, because somebody may have kept it since', async () => {
  const { store, families, back, restored } = await aClinic();
  const [{ familyId, sessionId }] = families;
  await store.records.announce([{ familyId, sessionId, erasesOn: '2026-06-01' }], '2026-05-02');
  await back();
  const again = await restored();
  expect((await again.records.countAnnounced()).recording).toBe(0);
});

test('[KEY4] a family that was erased after a backup is not brought back by it, once another backup was made', async () => {
  const { folder, store, families, back, restored, names, backups } = await aClinic();
  const [erased, kept] = families;
  await back();
  const before = names()[0]!;
  const { wrapped_key: wrapped } = await store.db
    .selectFrom('family_keys')
    .selectAll()
    .where('family_id', '=', erased.familyId)
    .executeTakeFirstOrThrow();
  await store.recordingKeys.destroy(erased.sessionId);
  await store.keys.destroy(erased.familyId, NOW);
  await back();

  const again = await restored(before);
  expect(again.said).toContain('still erased: 1 family.');
  expect(await again.records.findFamily(erased.familyId)).toBeUndefined();
  expect((await again.records.listFamilies()).map(({ familyId }) => familyId)).toEqual([kept.familyId]);
  expect(await again.recordingKeys.find(erased.sessionId)).toBeUndefined();
  expect(existsSync(join(backups, 'recordings', erased.sessionId))).toBe(false);
  // Its key is in no file of the backups, in any form.
  for (const file of readdirSync(backups).filter((name) => !name.startsWith('recordings'))) {
    const bytes = readFileSync(join(backups, file));
    expect([file, bytes.includes(wrapped!), bytes.includes(wrapped!.toString('base64'))]).toEqual([file, false, false]);
  }
  expect(folder).not.toBe(again.to);
});

test('[KEY4] the databases in a backup contain no key, also not of families that still exist', async () => {
  const { store, back, backups } = await aClinic();
  await back();
  const rows = await store.db.selectFrom('family_keys').selectAll().execute();
  const [database = ''] = readdirSync(backups).filter((file) => file.endsWith('.sqlite'));
  const bytes = readFileSync(join(backups, database));
  expect(statSync(join(backups, database)).mode & 0o077).toBe(0);
  expect(rows.map(({ wrapped_key: key }) => bytes.includes(key!))).toEqual([false, false]);
  expect(readdirSync(backups).filter((file) => /key$|draft/.test(file))).toEqual([]);
});

test('only what is new of the recordings is copied, and what was lost here stays in the backup', async () => {
  const { folder, families, back, backups } = await aClinic();
  const [first, second] = families;
  await back();
  const copyOf = ({ sessionId, take }: Added) => join(backups, 'recordings', sessionId, take);
  writeFileSync(copyOf(second), Buffer.alloc(CONTENT.length, 'x'));
  appendFileSync(join(folder, 'recordings', first.sessionId, first.take), 'more');
  await back();
  expect(readFileSync(copyOf(first), 'utf8')).toBe(`${CONTENT.toString()}more`);
  // It has its size, so it was not copied again.
  expect(readFileSync(copyOf(second), 'utf8')).toMatch(/^x+$/);
});

test.for([
  [
    'a database that was changed',
    /not as it was made/,
    (backups: string) => appendFileSync(aFileOf(backups, '.sqlite'), 'x'),
  ],
  [
    'a keyring that is broken',
    /family-keys/,
    (backups: string) => writeFileSync(join(backups, 'family-keys.json'), '{'),
  ],
  [
    'a manifest that is broken',
    /missing or broken/,
    (backups: string) => writeFileSync(aFileOf(backups, '.json'), '{'),
  ],
  ['a recording that is cut', /too short/, (backups: string) => writeFileSync(aTakeOf(backups), 'a')],
] as const)('%s is found, and is not restored', async ([, words, damage]) => {
  const { typed, back, backups } = await aClinic();
  await back();
  damage(backups);
  const { code, said } = await typed(['backup', 'verify', backups]);
  expect([code, said]).toEqual([1, expect.stringMatching(words)]);
  expect(await typed(['restore', backups, '--to', join(aFolder(), 'data')])).toMatchObject({ code: 1 });
});

const aFileOf = (backups: string, end: string) =>
  join(backups, readdirSync(backups).find((file) => file.startsWith('backup-') && file.endsWith(end)) ?? '');

function aTakeOf(backups: string) {
  const [session = ''] = readdirSync(join(backups, 'recordings'));
  const [take = ''] = readdirSync(join(backups, 'recordings', session));
  return join(backups, 'recordings', session, take);
}

test('the keys go into a folder of their own, never beside the backups', async () => {
  const { folder, typed, back, backups } = await aClinic();
  writeFileSync(join(folder, 'secret'), 'a secret of the server that signs cookies');
  const keys = join(aFolder(), 'keys');
  await back('--keys', keys);
  expect(readdirSync(keys).toSorted()).toEqual(['clinic.key', 'secret']);
  expect(await typed(['backup', backups, '--keys', join(backups, 'keys')])).toMatchObject({ code: 2 });
  expect(await typed(['backup', join(folder, 'backups')])).toMatchObject({ code: 2 });
});

test('nothing is restored over a data folder, nor from a folder without backups', async () => {
  const { folder, typed, back, backups } = await aClinic();
  await back();
  expect(await typed(['restore', backups, '--to', folder])).toMatchObject({ code: 1 });
  expect(await typed(['restore', aFolder(), '--to', join(aFolder(), 'data')])).toMatchObject({ code: 1 });
  expect(await typed(['backup', 'verify', aFolder()])).toMatchObject({ code: 1 });
  expect(await typed(['backup'])).toMatchObject({ code: 2 });
  expect(await typed(['restore', backups])).toMatchObject({ code: 2 });
});

test('[ERA6] an old backup, restored with the newest keys, has no row of a family that was erased since', async () => {
  const { folder, store, families, back, restored, names } = await aClinic();
  const [erased, kept] = families;
  await back();
  const before = names()[0]!;
  const { records, db, keys } = store;
  const coach = await anAccount(db);
  await records.askErasure(erased.familyId, { reason: 'family-asked', by: coach.userId, now: NOW });
  const eraser = createSqlFamilyEraser(db, keys);
  await eraser.begin(erased.familyId, { by: { actor: 'admin', id: coach.userId }, now: NOW });
  await eraser.finish(erased.familyId, NOW);
  await back();
  const again = await restored(before);
  expect(again.said).toContain('still erased: 1 family.');
  expect(await rowsAbout(again.db, erased.familyId, erased.sessionId)).toEqual({ audit: 2, erased_sessions: 1 });
  expect((await again.records.listFamilies()).map(({ familyId }) => familyId)).toEqual([kept.familyId]);
  expect(existsSync(join(again.to, 'recordings', erased.sessionId))).toBe(false);
  expect(existsSync(join(folder, 'recordings', kept.sessionId))).toBe(true);
});
