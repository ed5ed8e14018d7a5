import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { aFullFamily, openStores } from '#server/erasures/testing/aFullFamily.ts';
import type { Db } from '#server/storage/db.ts';
import { SEALED_TO } from '#server/storage/sealedColumns.ts';
import { aDatabase, aFolder, anEmptyPostgres } from '#server/storage/testing/aDatabase.ts';
import { allRows } from '#server/testing/allRows.ts';
import { commands } from '../commands.ts';
import { runCommand } from '../runCommand.ts';

/** A clinic in a file, and an empty PostgreSQL database. */
async function aClinic() {
  const folder = aFolder();
  const file = await aDatabase(join(folder, 'earshot.sqlite'));
  await file.updateTable('sealing').set({ cleaned_to: SEALED_TO }).execute();
  const stores = await openStores(folder, file);
  const family = await aFullFamily(file, stores, 'marzipan');
  const url = await anEmptyPostgres(inject('postgres')!);

  async function typed(args: readonly string[], into = url) {
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const terminal = { env: { EARSHOT_DATA: folder, DATABASE_URL: into }, print: say, complain: say };
    return { code: await runCommand(commands, args, terminal), said: said.join('\n') };
  }
  return { folder, file, url, family, typed };
}

async function countRows(db: Db): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name } of await db.introspection.getTables()) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(db);
    counts[name] = rows[0]?.count ?? 0;
  }
  return counts;
}

test('a clinic that is moved from its file into PostgreSQL is there whole, and can be read with its keys', async () => {
  const { folder, file, url, family, typed } = await aClinic();
  const before = await countRows(file);
  const moved = await typed(['move']);
  expect(moved).toMatchObject({ code: 0 });
  expect(moved.said).toContain('session_facts: 451\n');

  const db = await aDatabase(url);
  expect(await countRows(db)).toMatchObject(before);
  const { records, log, familyLog } = await openStores(folder, db);
  expect(await records.findFamily(family.familyId)).toMatchObject({ name: 'marzipan-name' });
  expect(await log.read(family.sessionId)).toHaveLength(451);
  expect(await familyLog.read(family.familyId)).not.toEqual([]);
  // Numbers go on where the file's ended.
  expect(await records.setHold(family.familyId, { reason: 'court', by: family.lead, now: new Date() })).toBeDefined();
});

test('a clinic is moved only into an empty database, and the other one stays as it is', async () => {
  const { url, typed } = await aClinic();
  await typed(['move']);
  const db = await aDatabase(url);
  const before = await allRows(db);
  const { code, said } = await typed(['move']);
  expect([code, said]).toEqual([1, 'The database has a clinic already. Name an empty one in DATABASE_URL.']);
  expect(await allRows(db)).toBe(before);
});

test('[KEY4] a backup of PostgreSQL is restored whole into another PostgreSQL database', async () => {
  const { folder, file, family, typed } = await aClinic();
  await typed(['move']);
  const backups = join(aFolder(), 'backups');
  expect(await typed(['backup', backups])).toMatchObject({ code: 0 });
  const [to, elsewhere] = [join(aFolder(), 'data'), await anEmptyPostgres(inject('postgres')!)];
  expect(await typed(['restore', backups, '--to', to], elsewhere)).toMatchObject({ code: 0 });
  copyFileSync(join(folder, 'clinic.key'), join(to, 'clinic.key'));

  const restored = await aDatabase(elsewhere);
  // Everything is announced anew.
  expect(await countRows(restored)).toMatchObject({ ...(await countRows(file)), retention_announcements: 0 });
  const { log } = await openStores(to, restored);
  expect(await log.read(family.sessionId)).toHaveLength(451);
});
