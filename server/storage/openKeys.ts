import type { ClinicKeySetting } from '#server/config/clinicKeySetting.ts';
import { ConfigError } from '#server/config/config.ts';
import { makeKeyFile } from '#server/keys/clinicKeyFile.ts';
import { openClinicKeys, type ClinicKeys } from '#server/keys/clinicKeys.ts';
import type { FamilyKeys } from './familyKeys.ts';
import type { Db } from './db.ts';
import { sealExisting } from './sealExisting.ts';
import { createSqlFamilyKeys } from './sqlFamilyKeys.ts';

type Opened = { readonly clinicKeys: ClinicKeys; readonly familyKeys: FamilyKeys };

type Ports = {
  readonly now: () => Date;
  readonly say: (line: string) => void;
  /** Whether a clinic that has nothing encrypted gets a key file. */
  readonly mayMake?: boolean;
};

/**
 * Opens the keys of the clinic and its families; a new clinic gets a key file. Then it encrypts what an earlier version
 * stored as plain text, and says so. Throws `ConfigError` if the clinic's key is missing or is another one.
 */
export async function openKeys(
  db: Db,
  setting: ClinicKeySetting,
  { now, say, mayMake = true }: Ports,
): Promise<Opened> {
  if (setting.from === 'file') makeKeyFile(setting.file, mayMake && !(await needsKey(db)));
  const clinicKeys = openClinicKeys(setting);
  await assertKnown(db, clinicKeys);
  const familyKeys = createSqlFamilyKeys(db, clinicKeys, (familyId) =>
    say(`No key of the clinic opens the key of family ${familyId}. Lists leave this family out.`),
  );
  await sealExisting(db, { clinicKeys, familyKeys, now, say });
  return { clinicKeys, familyKeys };
}

/** Whether something is encrypted that a new key would not open. */
async function needsKey(db: Db): Promise<boolean> {
  for (const table of ['family_keys', 'recordings'] as const) {
    const row = await db.selectFrom(table).select('made_at').where('wrapped_key', 'is not', null).limit(1).execute();
    if (row.length > 0) return true;
  }
  return false;
}

async function assertKnown(db: Db, clinicKeys: ClinicKeys): Promise<void> {
  const used = await db
    .selectFrom('family_keys')
    .select('clinic_key_id as id')
    .distinct()
    .where('clinic_key_id', 'is not', null)
    .execute();
  const missing = used.flatMap(({ id }) => (id === null || clinicKeys.find(id) ? [] : [id]));
  if (missing.length === 0) return;
  throw new ConfigError(
    `Some families are encrypted under a clinic key that is missing (its id is ${missing.join(', ')}). Restore it from your backup: put it into CLINIC_KEY_FORMER, or on a line of its own at the end of the key file.`,
  );
}
