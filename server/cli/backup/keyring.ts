import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { FamilyId, SessionId } from '#shared/protocol/ids.ts';
import type { Db } from '#server/storage/db.ts';
import { KEYRING, parsed } from './backupFolder.ts';
import { inTransaction } from '#server/storage/inTransaction.ts';

const bytes = z.base64().transform((text): Buffer => Buffer.from(text, 'base64'));

/**
 * The keys of families and recordings that exist now, as the database has them: encrypted. All backups in a folder share
 * one, and every backup replaces it. So what was erased stays unreadable in older backups too. Rule KEY4.
 */
const Keyring = z.object({
  version: z.literal(1),
  families: z.array(z.object({ id: FamilyId, clinicKeyId: z.string(), key: bytes })),
  recordings: z.array(z.object({ id: SessionId, key: bytes })),
});
type Keyring = z.output<typeof Keyring>;

export async function takeKeyring(db: Db): Promise<Keyring> {
  const families = await db
    .selectFrom('family_keys')
    .select(['family_id as id', 'clinic_key_id as clinicKeyId', 'wrapped_key as key'])
    .where('wrapped_key', 'is not', null)
    .$narrowType<{ clinicKeyId: string; key: Buffer }>()
    .execute();
  const recordings = await db
    .selectFrom('recordings')
    .select(['session_id as id', 'wrapped_key as key'])
    .where('wrapped_key', 'is not', null)
    .$narrowType<{ key: Buffer }>()
    .execute();
  // A recording whose key an earlier version wrapped, and no key of the clinic opens, has text there. It is of no use.
  return { version: 1, families, recordings: recordings.filter(({ key }) => Buffer.isBuffer(key)) };
}

export function keyringText({ families, recordings, ...rest }: Keyring): string {
  const inText = <T extends { readonly key: Buffer }>(row: T) => ({ ...row, key: row.key.toString('base64') });
  return JSON.stringify({ ...rest, families: families.map(inText), recordings: recordings.map(inText) });
}

/** Undefined if there is none, or it is broken. */
export async function readKeyring(folder: string): Promise<Keyring | undefined> {
  const text = await readFile(join(folder, KEYRING), 'utf8').catch(() => 'null');
  return Keyring.safeParse(parsed(text)).data;
}

/** Puts the keys into a database that was backed up without them. What has none was erased since. Rule KEY4. */
export async function putKeys(db: Db, { families, recordings }: Keyring, now: Date): Promise<{ erased: number }> {
  return inTransaction(db, async (transaction) => {
    for (const { id, clinicKeyId, key } of families) {
      await transaction
        .updateTable('family_keys')
        .set({ wrapped_key: key, clinic_key_id: clinicKeyId })
        .where('family_id', '=', id)
        .where('destroyed_at', 'is', null)
        .execute();
    }
    for (const { id, key } of recordings) {
      await transaction
        .updateTable('recordings')
        .set({ wrapped_key: key })
        .where('session_id', '=', id)
        .where('destroyed_at', 'is', null)
        .execute();
    }
    const erased = { destroyed_at: now.toISOString() };
    const gone = await transaction
      .updateTable('family_keys')
      .set({ ...erased, clinic_key_id: null })
      .where('wrapped_key', 'is', null)
      .where('destroyed_at', 'is', null)
      .executeTakeFirst();
    await transaction
      .updateTable('recordings')
      .set(erased)
      .where('wrapped_key', 'is', null)
      .where('destroyed_at', 'is', null)
      .execute();
    return { erased: Number(gone.numUpdatedRows) };
  });
}
