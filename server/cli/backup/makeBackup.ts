import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import { replaceFile } from '#server/keys/keptFile.ts';
import { copyTables } from '#server/storage/copyTables.ts';
import type { Db } from '#server/storage/db.ts';
import { engineOf } from '#server/storage/engineOf.ts';
import { migrate } from '#server/storage/migrate.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import { SEALED_TO } from '#server/storage/sealedColumns.ts';
import { createSqlAuditLog } from '#server/storage/sqlAuditLog.ts';
import { headLine } from '../audit/headLine.ts';
import { KEYRING, type Manifest, nameAt, RECORDINGS, sha256Of } from './backupFolder.ts';
import { copyRecordings } from './copyRecordings.ts';
import { keyringText, takeKeyring } from './keyring.ts';

/** `recordings` is their folder. */
type Source = { readonly db: Db; readonly recordings: string; readonly now: Date };

/**
 * Adds a backup to a folder while the server runs: the database as it is at one moment, without the keys of families and
 * recordings, then new bytes of recordings, then the keys that still exist. A backup counts once its manifest is there.
 */
export async function makeBackup({ db, recordings, now }: Source, folder: string): Promise<Manifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = nameAt(now);
  const database = join(folder, `${name}.sqlite`);
  const draft = `${database}.draft`;
  await rm(draft, { force: true });
  try {
    const auditHead = headLine(await createSqlAuditLog(db).head());
    await copyInto(draft, db);
    await chmod(draft, 0o600);
    removeSecrets(draft);
    const takes = await copyRecordings(recordings, join(folder, RECORDINGS));
    await forgetErased(db, folder);
    replaceFile(join(folder, KEYRING), keyringText(await takeKeyring(db)));
    await rename(draft, database);
    const manifest: Manifest = {
      version: 1,
      madeAt: now.toISOString(),
      database: `${name}.sqlite`,
      sha256: await sha256Of(database),
      auditHead,
      takes: Object.fromEntries(takes),
    };
    replaceFile(join(folder, `${name}.json`), `${JSON.stringify(manifest)}\n`);
    return manifest;
  } finally {
    await rm(draft, { force: true });
  }
}

/** A backup is an SQLite file, whatever the database is: it opens everywhere, and is restored into either. */
async function copyInto(file: string, db: Db): Promise<void> {
  if (engineOf(db) === 'sqlite') {
    await sql`vacuum into ${file}`.execute(db);
    return;
  }
  const copy = openDatabase(file);
  try {
    await migrate(copy.db);
    await copyTables(db, copy.db);
    // PostgreSQL never had plain text.
    await copy.db.updateTable('sealing').set({ cleaned_to: SEALED_TO }).execute();
  } finally {
    await copy.close();
  }
}

/** Removes what opens families and recordings, and all sign-ins, and leaves no trace of them in the file. */
function removeSecrets(file: string) {
  const copy = new SqliteDatabase(file);
  try {
    // A journal on the disk would keep the pages as they were.
    copy.pragma('journal_mode = memory');
    copy.pragma('secure_delete = on');
    copy.exec('update family_keys set wrapped_key = null');
    copy.exec('update recordings set wrapped_key = null');
    copy.exec('delete from auth_session');
  } finally {
    copy.close();
  }
}

/** The files of erased recordings leave the backups too. */
async function forgetErased(db: Db, folder: string) {
  const erased = await db
    .selectFrom('recordings')
    .select('session_id')
    .where('destroyed_at', 'is not', null)
    .union(db.selectFrom('erased_sessions').select('session_id'))
    .execute();
  for (const { session_id: id } of erased) await rm(join(folder, RECORDINGS, id), { recursive: true, force: true });
}
