import { sql } from 'kysely';
import { counted } from '#shared/domain/counted.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';
import type { ClinicKeys } from '#server/keys/clinicKeys.ts';
import { wipeFormerRows } from './wipeFormerRows.ts';
import type { FamilyKeys } from './familyKeys.ts';
import type { Db } from './db.ts';
import { engineOf } from './engineOf.ts';
import { assertOpensRecordings, rewrapRecordings } from './rewrapRecordings.ts';
import { SEALED_COLUMNS, SEALED_TO } from './sealedColumns.ts';
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
  if (hasNoPlainText(db)) return;
  const { say } = ports;
  await assertOpensRecordings(db, ports.clinicKeys);
  const waiting = await unsealedFamilies(db);
  if (waiting.length > 0) {
    say(`Encrypting the data of ${counted(waiting.length, 'family', 'families')}. This happens once …`);
    await db.updateTable('sealing').set({ cleaned_to: 0 }).execute();
  }
  for (const [index, familyId] of waiting.entries()) {
    await sealFamily(db, familyId, ports);
    const done = index + 1;
    if (done % SAY_EVERY === 0) say(`Encrypted ${done} of ${waiting.length} families.`);
  }
  const unreadable = await rewrapRecordings(db, ports.clinicKeys, ports.familyKeys);
  if (unreadable > 0) {
    say(`No key of the clinic opens ${unreadable} of its recordings. They stay as they are; every start tries again.`);
  }
  await clean(db, waiting.length > 0 ? say : () => undefined);
}

/** Whether nothing is left to encrypt or to clean. */
export async function isSealed(db: Db): Promise<boolean> {
  return hasNoPlainText(db) || ((await isCleaned(db)) && (await unsealedFamilies(db)).length === 0);
}

/** Earlier versions did not run on PostgreSQL. */
const hasNoPlainText = (db: Db) => engineOf(db) === 'postgres';

/** The families that are marked as not encrypted, and those that contain plain text although they are not. */
async function unsealedFamilies(db: Db): Promise<readonly FamilyId[]> {
  const families = new Set(await familiesMarkedUnsealed(db));
  for (const sealed of SEALED_COLUMNS) {
    for (const familyId of await familiesWithText(db, sealed)) families.add(familyId);
  }
  return [...families];
}

async function familiesMarkedUnsealed(db: Db): Promise<readonly FamilyId[]> {
  const rows = await db
    .selectFrom('families')
    .leftJoin('family_keys', 'family_keys.family_id', 'families.family_id')
    .select('families.family_id as familyId')
    .where((eb) => eb.or([eb('family_keys.sealed_to', 'is', null), eb('family_keys.sealed_to', '<', SEALED_TO)]))
    .execute();
  return rows.map(({ familyId }) => familyId);
}

/** An older server that went on running during an upgrade writes text. */
async function familiesWithText(db: Db, { column, of }: (typeof SEALED_COLUMNS)[number]): Promise<readonly FamilyId[]> {
  const [table = '', name = ''] = column.split('.');
  const [from, value] = [sql.table(table), sql.ref(name)];
  const withText = sql`select ${sql.ref(of)} from ${from} where typeof(${value}) = 'text'`;
  const query =
    of === 'family_id' ? withText : sql`select family_id from coaching_sessions where session_id in (${withText})`;
  const { rows } = await sql<{ family_id: FamilyId }>`${query}`.execute(db);
  return rows.map((row) => row.family_id);
}

async function isCleaned(db: Db): Promise<boolean> {
  const { cleaned_to: cleanedTo } = await db.selectFrom('sealing').selectAll().executeTakeFirstOrThrow();
  return cleanedTo >= SEALED_TO;
}

/** Leaves no plain text in the file's free pages or in the write-ahead log. */
async function clean(db: Db, say: (line: string) => void): Promise<void> {
  if (await isCleaned(db)) return;
  say('Removing the plain text from the database file …');
  await sql`vacuum`.execute(db);
  if (!(await wipeFormerRows(db))) {
    say('Another program reads the database, so its log still contains plain text. The next start removes it.');
    return;
  }
  await db.updateTable('sealing').set({ cleaned_to: SEALED_TO }).execute();
  say('All data about families is now encrypted. Older copies of the database are not: delete old backups.');
}
