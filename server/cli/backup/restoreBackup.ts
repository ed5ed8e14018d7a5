import { constants } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { migrate } from '#server/storage/migrate.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import { halfErased, removeErasedRows } from '#server/storage/sqlFamilyEraser.ts';
import { readManifest, RECORDINGS } from './backupFolder.ts';
import { readKeyring, putKeys } from './keyring.ts';
import { verifyBackup } from './verifyBackup.ts';

type Restored = { readonly madeAt: string; readonly erased: number; readonly takes: number };

/**
 * Makes a data folder from a backup that is whole. What was erased since the backup stays erased: its rows are removed.
 * Everybody has to sign in again. Rules KEY4, ERA6.
 */
export async function restoreBackup(folder: string, name: string, to: string, now: Date): Promise<Reply<Restored>> {
  if ((await readdir(to).catch(() => [])).length > 0) return fail('not-now', `${to} is not empty. Name a new folder.`);
  const [fault] = await verifyBackup(folder, name);
  const [manifest, keyring] = [await readManifest(folder, name), await readKeyring(folder)];
  if (fault !== undefined || manifest === undefined || keyring === undefined) {
    return fail('invalid', `This backup cannot be restored. ${fault ?? ''}`.trim());
  }
  await mkdir(to, { recursive: true, mode: 0o700 });
  const file = join(to, 'earshot.sqlite');
  await copyFile(join(folder, manifest.database), file, constants.COPYFILE_EXCL);
  const { db, close } = openDatabase(file);
  try {
    const { erased } = await putKeys(db, keyring, now);
    // The copy may be from an earlier version, whose tables lack what an erasure notes.
    await migrate(db);
    // A hold, a wish to keep or a new entry may be newer than the backup: everything is announced anew. Rule RET3.
    await db.deleteFrom('retention_announcements').execute();
    for (const { familyId } of await halfErased(db)) await removeErasedRows(db, familyId, now);
    const takes = await restoreTakes(
      folder,
      to,
      Object.keys(manifest.takes),
      new Set(keyring.recordings.map(({ id }) => id)),
    );
    return ok({ madeAt: manifest.madeAt, erased, takes });
  } finally {
    await close();
  }
}

async function restoreTakes(folder: string, to: string, takes: readonly string[], kept: ReadonlySet<string>) {
  const wanted = takes.filter((take) => kept.has(take.split('/')[0] ?? ''));
  for (const take of wanted) {
    const [session = ''] = take.split('/');
    await mkdir(join(to, 'recordings', session), { recursive: true, mode: 0o700 });
    await copyFile(join(folder, RECORDINGS, take), join(to, 'recordings', take));
  }
  return wanted.length;
}
