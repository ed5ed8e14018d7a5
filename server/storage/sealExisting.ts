import { sql } from 'kysely';
import type { FamilyId } from '#shared/protocol/ids.ts';
import type { ClinicKeys } from '#server/keys/clinicKeys.ts';
import type { FamilyKeys } from './familyKeys.ts';
import type { Db } from './openDatabase.ts';
import { SEALED_TO } from './sealedColumns.ts';
import { sealFamily } from './sealFamily.ts';

type SealingPorts = {
  readonly familyKeys: FamilyKeys;
  readonly clinicKeys: ClinicKeys;
  readonly now: () => Date;
  readonly say: (line: string) => void;
};

/** How many families are encrypted between two lines about it. */
const SAY_EVERY = 100;

/**
 * Encrypts what an earlier version stored as plain text, one family after the other, each in one transaction; then it
 * cleans the file of the plain text. A start that was interrupted continues with the next family.
 */
export async function sealExisting(db: Db, ports: SealingPorts): Promise<void> {
  const { say } = ports;
  const waiting = await unsealedFamilies(db);
  if (waiting.length > 0) say(`Encrypting the data of ${waiting.length} families. This happens once …`);
  for (const [index, familyId] of waiting.entries()) {
    await sealFamily(db, familyId, ports);
    const done = index + 1;
    if (done % SAY_EVERY === 0) say(`Encrypted ${done} of ${waiting.length} families.`);
  }
  await clean(db, waiting.length > 0 ? say : () => undefined);
}

async function unsealedFamilies(db: Db): Promise<readonly FamilyId[]> {
  const rows = await db
    .selectFrom('families')
    .leftJoin('family_keys', 'family_keys.family_id', 'families.family_id')
    .select('families.family_id as familyId')
    .where((eb) => eb.or([eb('family_keys.sealed_to', 'is', null), eb('family_keys.sealed_to', '<', SEALED_TO)]))
    .execute();
  return rows.map(({ familyId }) => familyId);
}

/** Leaves no plain text in the file's free pages or in the write-ahead log. */
async function clean(db: Db, say: (line: string) => void): Promise<void> {
  const { cleaned_to: cleanedTo } = await db.selectFrom('sealing').selectAll().executeTakeFirstOrThrow();
  if (cleanedTo >= SEALED_TO) return;
  say('Removing the plain text from the database file …');
  await sql`vacuum`.execute(db);
  await db.updateTable('sealing').set({ cleaned_to: SEALED_TO }).execute();
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
  say('All data about families is now encrypted. Older copies of the database are not: delete old backups.');
}
