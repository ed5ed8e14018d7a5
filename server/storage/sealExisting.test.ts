import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { createRecordingKeys } from '#server/recording/store/recordingKeys.ts';
import { writeKeyFile } from '#server/keys/clinicKeyFile.ts';
import { createSqlFactLog } from './sqlFactLog.ts';
import { createSqlFamilyLog } from './sqlFamilyLog.ts';
import { createSqlRecords } from './sqlRecords.ts';
import { migrate } from './migrate.ts';
import type { Db } from './db.ts';
import { openDatabase } from './openDatabase.ts';
import { openKeys } from './openKeys.ts';
import { SEALED_COLUMNS } from './sealedColumns.ts';
import { fillPlainClinic, type PlainFamily, wrapAsBefore } from './testing/aPlainClinic.ts';
import { aFolder } from './testing/aDatabase.ts';
import { filesContaining } from './testing/filesContaining.ts';

const WORDS = ['Thistlewick', 'Bramblethorpe', 'Sneezewort'];
const KEY = Buffer.alloc(32, 9);
const NOW = () => new Date('2026-03-02T09:00:00Z');

/** A data folder of the last version that stored plain text. The database is closed. */
async function aPlainFolder() {
  const folder = aFolder();
  writeFileSync(join(folder, 'recording.key'), KEY.toString('base64'), { mode: 0o600 });
  const { db, close } = openDatabase(join(folder, 'earshot.sqlite'));
  const families = await fillPlainClinic(db, WORDS, KEY);
  await close();
  return { folder, families };
}

/** Starts on the folder as a server does. */
async function start(folder: string) {
  const { db, close } = openDatabase(join(folder, 'earshot.sqlite'));
  onTestFinished(close);
  await migrate(db);
  const said: string[] = [];
  const setting = { from: 'file', file: join(folder, 'clinic.key') } as const;
  const { familyKeys } = await openKeys(db, setting, { now: NOW, say: (line) => said.push(line) });
  return { db, familyKeys, said };
}

type Started = Awaited<ReturnType<typeof start>>;

async function expectEverything({ db, familyKeys }: Started, families: readonly PlainFamily[]) {
  const records = createSqlRecords(db, familyKeys);
  for (const { familyId, sessionId, word, recordingKey } of families) {
    expect(await records.findFamily(familyId)).toMatchObject({ name: word, caregivers: [{ name: `Nora ${word}` }] });
    expect(await records.findSafetySheet(familyId)).toMatchObject({ sheet: { address: word } });
    const facts = await createSqlFamilyLog(db, familyKeys).read(familyId);
    expect(facts).toMatchObject([{ by: { name: `Ida ${word}` }, entry: { reason: `Away: ${word}` } }]);
    const notes = await createSqlFactLog(db, familyKeys).read(sessionId);
    expect(notes.map((fact) => fact.type === 'note.written' && fact.text)).toEqual(Array(3).fill(`Note ${word}`));
    expect(await createRecordingKeys(db, familyKeys, NOW).find(sessionId)).toEqual(recordingKey);
  }
}

/** The columns that contain plain text in some row. */
async function plainColumns(db: Db): Promise<readonly string[]> {
  const plain: string[] = [];
  for (const { column } of SEALED_COLUMNS) {
    const [table = '', name = ''] = column.split('.');
    const { rows } = await sql`
      select 1 from ${sql.table(table)} where typeof(${sql.ref(name)}) = 'text'
    `.execute(db);
    if (rows.length > 0) plain.push(column);
  }
  return plain;
}

test('[KEY3] a database of the former version is encrypted at the start, nothing is lost, and no word stays', async () => {
  const { folder, families } = await aPlainFolder();
  for (const word of WORDS) expect([word, filesContaining(folder, word)]).toEqual([word, ['earshot.sqlite']]);
  const started = await start(folder);
  for (const word of WORDS) expect([word, filesContaining(folder, word)]).toEqual([word, []]);
  expect(await plainColumns(started.db)).toEqual([]);
  await expectEverything(started, families);
  expect(started.said[0]).toMatch(/data of 3 families/);
  expect(started.said.at(-1)).toMatch(/delete old backups/);
  expect((await start(folder)).said).toEqual([]);
});

test.for([1, 2, 3, 0])(
  '[KEY3] a start that was killed loses nothing and is continued by the next (kill %i)',
  async (dieAt) => {
    const { folder, families } = await aPlainFolder();
    const script = join(import.meta.dirname, 'testing/killedSealing.ts');
    const { signal, stderr } = spawnSync(process.execPath, [script, folder, String(dieAt)], { encoding: 'utf8' });
    expect([signal, stderr]).toEqual(['SIGKILL', '']);
    const started = await start(folder);
    await expectEverything(started, families);
    expect(await plainColumns(started.db)).toEqual([]);
    for (const word of WORDS) expect([word, filesContaining(folder, word)]).toEqual([word, []]);
  },
);

/** Gives one family's recording a key that was wrapped by another key of the clinic, as text. */
async function wrapByAnother(folder: string, { sessionId }: PlainFamily, clinicKey: Buffer) {
  const { db, close } = openDatabase(join(folder, 'earshot.sqlite'));
  const wrapped = wrapAsBefore(clinicKey, sessionId, Buffer.alloc(32, 2));
  await sql`update recordings set wrapped_key = ${wrapped} where session_id = ${sessionId}`.execute(db);
  await close();
}

test('a recording that the clinic’s key does not open stays as it is until a start that has its key', async () => {
  const { folder, families } = await aPlainFolder();
  const [first] = families as [PlainFamily];
  const other = Buffer.alloc(32, 1);
  await wrapByAnother(folder, first, other);
  const { db, familyKeys, said } = await start(folder);
  expect(await plainColumns(db)).toEqual([]);
  expect(said.join()).toMatch(/opens 1 of its recordings/);
  const keyOf = async () => createRecordingKeys(db, familyKeys, NOW).find(first.sessionId);
  await expect(keyOf()).rejects.toThrow(/cannot be decrypted/);
  expect((await start(folder)).said.join()).toMatch(/every start tries again/);
  writeKeyFile(join(folder, 'clinic.key'), [KEY, other]);
  expect((await start(folder)).said).toEqual([]);
  expect(await keyOf()).toEqual(Buffer.alloc(32, 2));
});

test('[KEY3] a key that opens none of the clinic’s recordings is refused before anything is encrypted', async () => {
  const { folder, families } = await aPlainFolder();
  const other = { from: 'environment', keys: [Buffer.alloc(32, 1)] } as const;
  const { db, close } = openDatabase(join(folder, 'earshot.sqlite'));
  onTestFinished(close);
  await migrate(db);
  const before = await plainColumns(db);
  await expect(openKeys(db, other, { now: NOW, say: () => undefined })).rejects.toThrow(/opens none of its 3 record/);
  expect(await plainColumns(db)).toEqual(before);
  await expectEverything(await start(folder), families);
});

test('[KEY3] text that an older server wrote after the upgrade is encrypted by the next start', async () => {
  const { folder, families } = await aPlainFolder();
  const { db } = await start(folder);
  await sql`update safety_sheets set changed_by = 'Thistlewick'`.execute(db);
  const again = await start(folder);
  expect(await plainColumns(again.db)).toEqual([]);
  expect(again.said[0]).toMatch(/data of 3 families/);
  expect(families).toHaveLength(3);
});

test('a start without the clinic’s key, or with another, is refused and changes nothing', async () => {
  const { folder, families } = await aPlainFolder();
  const { db } = await start(folder);
  const elsewhere = { from: 'file', file: join(aFolder(), 'clinic.key') } as const;
  const other = { from: 'environment', keys: [Buffer.alloc(32, 1)] } as const;
  const quiet = { now: NOW, say: () => undefined };
  await expect(openKeys(db, elsewhere, quiet)).rejects.toThrow(/The clinic’s key is missing/);
  await expect(openKeys(db, other, quiet)).rejects.toThrow(/clinic key that is missing/);
  await expectEverything(await start(folder), families);
});
