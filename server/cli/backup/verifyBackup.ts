import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Db } from '#server/storage/db.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import { headsIn } from '../audit/headLine.ts';
import { verifyAudit } from '../audit/verifyAudit.ts';
import { readManifest, RECORDINGS, sha256Of } from './backupFolder.ts';
import { takesIn } from './copyRecordings.ts';
import { readKeyring } from './keyring.ts';

/** What is wrong with a backup, in words. None if it can be restored. */
export async function verifyBackup(folder: string, name: string): Promise<readonly string[]> {
  const manifest = await readManifest(folder, name);
  if (manifest === undefined) return [`${name}.json is missing or broken.`];
  const file = join(folder, manifest.database);
  const isAsMade = (await sha256Of(file).catch(() => undefined)) === manifest.sha256;
  if (!isAsMade) return [`${manifest.database} is missing, or is not as it was made.`];
  const keyring = await readKeyring(folder);
  const there = await takesIn(join(folder, RECORDINGS));
  const kept = new Set<string>(keyring?.recordings.map(({ id }) => id));
  const lost = Object.entries(manifest.takes).filter(
    ([take, size]) => kept.has(take.split('/')[0] ?? '') && (there.get(take) ?? -1) < size,
  );
  return [
    ...(keyring === undefined
      ? ['family-keys.json is missing or broken: without it, nothing about families opens.']
      : []),
    ...lost.map(([take]) => `The recording ${take} is missing or too short.`),
    ...(await faultsOf(file, manifest.auditHead)),
  ];
}

/** Opens a copy, because opening a database writes to it. */
async function faultsOf(file: string, auditHead: string): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-verify-'));
  try {
    const copy = join(folder, 'earshot.sqlite');
    await copyFile(file, copy);
    const { db, close } = openDatabase(copy);
    try {
      return [...(await faultsInside(db)), ...(await faultsOfAudit(db, auditHead))];
    } finally {
      await close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function faultsInside(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(10)`.execute(db);
  const broken = rows.flatMap(({ integrity_check: said }) =>
    said === 'ok' ? [] : [`The database is broken: ${said}.`],
  );
  const { rows: orphans } = await sql`pragma foreign_key_check`.execute(db);
  return orphans.length === 0 ? broken : [...broken, 'Rows of the database refer to rows that are missing.'];
}

async function faultsOfAudit(db: Db, auditHead: string): Promise<readonly string[]> {
  const { fault } = await verifyAudit(db, headsIn(auditHead));
  return fault === undefined ? [] : [`Row ${fault.seq} of its audit is missing, or was changed.`];
}
