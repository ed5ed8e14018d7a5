import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { ParticipantId, type FamilyId } from '#shared/protocol/ids.ts';
import type { ClinicKeySetting } from '#server/config/clinicKeySetting.ts';
import { makeKeyFile, readKeyFile } from '#server/keys/clinicKeyFile.ts';
import { openClinicKeys } from '#server/keys/clinicKeys.ts';
import { holdDataFolder } from '#server/start/holdDataFolder.ts';
import { migrate } from '#server/storage/migrate.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import { createSqlFamilyKeys } from '#server/storage/sqlFamilyKeys.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { aFolder } from '#server/storage/testing/aDatabase.ts';
import { commands } from '../commands.ts';
import { runCommand } from '../runCommand.ts';
import { checkKeys } from './checkKeys.ts';
import { rotateKey } from './rotateKey.ts';

const NOW = new Date('2026-03-02T09:00:00Z');
const IDA = { id: ParticipantId.parse('ida'), name: 'Ida Berg' };
/** Several batches. */
const FAMILIES = 120;

/** A data folder with families, and their store as a server has it open. */
async function aClinic(count = FAMILIES, env: NodeJS.ProcessEnv = {}) {
  const folder = aFolder();
  const file = join(folder, 'clinic.key');
  const { db, close } = openDatabase(join(folder, 'earshot.sqlite'));
  onTestFinished(close);
  await migrate(db);
  const key = env['CLINIC_KEY'];
  if (key === undefined) makeKeyFile(file, true);
  const setting: ClinicKeySetting =
    key === undefined ? { from: 'file', file } : { from: 'environment', keys: [Buffer.from(key, 'base64')] };
  const open = () => createSqlRecords(db, createSqlFamilyKeys(db, openClinicKeys(setting)));
  const records = open();
  const add = async (store = records) => {
    const plan = { name: 'Lark', childInitials: 'T.', caregiverNames: ['Nora'] };
    return (await store.makeFamily(plan, IDA, NOW)).familyId;
  };
  const families: FamilyId[] = [];
  for (let made = 0; made < count; made += 1) families.push(await add());

  async function typed(args: readonly string[], set: NodeJS.ProcessEnv = env) {
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const terminal = { env: { EARSHOT_DATA: folder, ...set }, print: say, complain: say };
    return { code: await runCommand(commands, ['key', ...args], terminal), said: said.join('\n') };
  }
  return { folder, file, db, setting, records, open, add, families, typed };
}

test('[KEY2] the clinic’s key is replaced, and a server that runs reads every family and adds more', async () => {
  const { file, open, records, add, families, typed } = await aClinic();
  const server = open();
  const [before] = readKeyFile(file);
  expect(await typed(['rotate'])).toMatchObject({ code: 0 });
  const after = readKeyFile(file);
  expect(after).toHaveLength(1);
  expect(after[0]).not.toEqual(before);
  // One server had the keys in memory, the other reads them now.
  for (const store of [records, server, open()]) expect(await store.listFamilies()).toHaveLength(families.length);
  const added = await add(server);
  expect(await open().findFamily(added)).toMatchObject({ name: 'Lark' });
  expect(await typed(['check'])).toEqual({ code: 0, said: 'The clinic’s key opens the keys of 121 of 121 families.' });
});

test('[KEY2] a rotation that is interrupted anywhere loses nothing and is continued', async () => {
  let interruptions = 0;
  for (let stopAt = 1; ; stopAt += 1) {
    const { db, file, setting, open, families, typed } = await aClinic(101);
    const server = open();
    let steps = 0;
    const step = () => {
      steps += 1;
      if (steps === stopAt) throw new Error('killed');
    };
    const rotation = rotateKey({
      db,
      clinicKeys: openClinicKeys(setting),
      keySetting: setting,
      print: step,
      onBatch: step,
    });
    const isOver = await rotation.catch(() => 'killed' as const);
    for (const store of [server, open()]) expect(await store.listFamilies()).toHaveLength(families.length);
    if (isOver !== 'killed') break;
    interruptions += 1;
    const next = readKeyFile(file)[0];
    expect(await typed(['rotate'])).toMatchObject({ code: 0 });
    // The last words come after the end. Then a new rotation begins.
    if (steps < 6) expect(readKeyFile(file)).toEqual([next]);
    expect(await open().listFamilies()).toHaveLength(families.length);
  }
  expect(interruptions).toBeGreaterThanOrEqual(5);
});

test('[KEY2] families that are added while the key is replaced by another process are never lost', async () => {
  const { folder, open, add, families } = await aClinic();
  const main = join(import.meta.dirname, '../main.ts');
  const command = spawn(process.execPath, [main, 'key', 'rotate'], { env: { ...process.env, EARSHOT_DATA: folder } });
  const ended = new Promise<number | null>((resolve) => command.once('exit', resolve));
  while (command.exitCode === null) {
    families.push(await add());
    await setTimeout(5);
  }
  // 1: one was added in the last moment, and the command says to run it again.
  expect([0, 1]).toContain(await ended);
  expect(await open().listFamilies()).toHaveLength(families.length);
});

test('[KEY2] two rotations never write the key file at the same time', async () => {
  const { folder, db, file, setting } = await aClinic(1);
  const before = readKeyFile(file);
  const other = openDatabase(join(folder, 'earshot.sqlite'));
  onTestFinished(other.close);
  await sql`pragma busy_timeout = 0`.execute(db);
  const clinicKeys = openClinicKeys(setting);
  await other.db.transaction().execute(async () => {
    const rotation = rotateKey({ db, clinicKeys, keySetting: setting, print: () => undefined });
    await expect(rotation).rejects.toThrow(/locked/);
    expect(readKeyFile(file)).toEqual(before);
  });
});

test('a former key opens nothing anymore, also not from what is left in the files', async () => {
  const { db, file, families } = await aClinic(3);
  const former = openClinicKeys({ from: 'environment', keys: readKeyFile(file) });
  const setting = { from: 'file', file } as const;
  await rotateKey({ db, clinicKeys: openClinicKeys(setting), keySetting: setting, print: () => undefined });
  expect(await checkKeys({ db, clinicKeys: former })).toEqual({ count: 3, unreadable: families.toSorted() });
});

test('with the key in the environment, the command says what to set, and then encrypts under it', async () => {
  const former = randomBytes(32).toString('base64');
  const { typed } = await aClinic(3, { CLINIC_KEY: former });
  const asked = await typed(['rotate']);
  expect(asked).toMatchObject({ code: 1 });
  const [, key = ''] = /CLINIC_KEY=(\S+)/.exec(asked.said) ?? [];
  expect(asked.said).not.toContain(former);
  expect(await typed(['rotate'], { CLINIC_KEY: key, CLINIC_KEY_FORMER: former })).toMatchObject({
    code: 0,
    said: expect.stringContaining('Remove CLINIC_KEY_FORMER') as string,
  });
  expect(await typed(['check'], { CLINIC_KEY: key })).toMatchObject({ code: 0 });
  expect(await typed(['check'], { CLINIC_KEY: former })).toMatchObject({ code: 1 });
});

test('a key that does not open is named, lists leave its family out, and then the former key stays', async () => {
  const { db, file, families, open, typed } = await aClinic(3);
  const broken = families.toSorted()[1]!;
  await db
    .updateTable('family_keys')
    .set({ wrapped_key: randomBytes(61) })
    .where('family_id', '=', broken)
    .execute();
  expect(await typed(['check'])).toMatchObject({ code: 1, said: expect.stringContaining(broken) as string });
  expect((await open().listFamilies()).map(({ familyId }) => familyId).toSorted()).toEqual(
    families.filter((familyId) => familyId !== broken).toSorted(),
  );
  expect(await typed(['rotate'])).toMatchObject({ code: 1, said: expect.stringContaining(broken) as string });
  expect(readKeyFile(file)).toHaveLength(2);
});

test('the command needs to know what to do, and a clinic', async () => {
  const { typed } = await aClinic(0);
  expect(await typed([])).toMatchObject({ code: 2 });
  expect(await typed(['rotate', 'now'])).toMatchObject({ code: 2 });
  expect(await typed(['check'], { EARSHOT_DATA: aFolder() })).toMatchObject({ code: 1 });
});

test('checking changes nothing in the key file', async () => {
  const { file, typed } = await aClinic(1);
  const content = readFileSync(file, 'utf8');
  expect(await typed(['check'])).toMatchObject({ code: 0 });
  expect(readFileSync(file, 'utf8')).toBe(content);
});

test('a command does not upgrade the database of an older server that runs, and never makes a key', async () => {
  const { folder, db, file, typed } = await aClinic(1);
  const release = holdDataFolder(folder);
  onTestFinished(release);
  await db.updateTable('family_keys').set({ sealed_to: 0 }).execute();
  expect(await typed(['check'])).toMatchObject({
    code: 1,
    said: expect.stringContaining('Restart the server') as string,
  });
  expect(await db.selectFrom('family_keys').select('sealed_to').execute()).toEqual([{ sealed_to: 0 }]);
  release();
  expect(await typed(['check'])).toMatchObject({ code: 0 });

  const empty = await aClinic(0);
  rmSync(empty.file);
  expect(await empty.typed(['check'])).toMatchObject({ code: 1, said: expect.stringContaining(empty.file) as string });
  expect(existsSync(empty.file)).toBe(false);
  expect(existsSync(file)).toBe(true);
});
