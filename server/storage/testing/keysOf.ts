import { join } from 'node:path';
import type { ClinicKeySetting } from '#server/config/clinicKeySetting.ts';
import { makeKeyFile } from '#server/keys/clinicKeyFile.ts';
import { openClinicKeys } from '#server/keys/clinicKeys.ts';
import type { FamilyKeys } from '../familyKeys.ts';
import type { Db } from '../db.ts';
import { createSqlFamilyKeys } from '../sqlFamilyKeys.ts';

/** A clinic key from the environment. */
export function aClinicKey(filledWith = 7): ClinicKeySetting {
  return { from: 'environment', keys: [Buffer.alloc(32, filledWith)] };
}

/** The keys of the families in a database, under one clinic key that all tests share. */
export function keysOf(db: Db, setting = aClinicKey()): FamilyKeys {
  return createSqlFamilyKeys(db, openClinicKeys(setting));
}

/** The same, under the key file in a data folder. */
export function keysIn(folder: string, db: Db): FamilyKeys {
  const file = join(folder, 'clinic.key');
  makeKeyFile(file, true);
  return keysOf(db, { from: 'file', file });
}
