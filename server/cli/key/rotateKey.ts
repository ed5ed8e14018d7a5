import { randomBytes } from 'node:crypto';
import type { ClinicKeySetting } from '#server/config/clinicKeySetting.ts';
import { type KeysInFile, readKeyFile, writeKeyFile } from '#server/keys/clinicKeyFile.ts';
import { KEY_BYTES } from '#server/keys/seal.ts';
import { dropFormerKeys, rewrapFamilyKeys } from '#server/storage/rewrapFamilyKeys.ts';
import type { ClinicData } from '../openClinicData.ts';
import { inTransaction } from '#server/storage/inTransaction.ts';

type Rotation = Pick<ClinicData, 'db' | 'clinicKeys' | 'keySetting'> & {
  readonly print: (line: string) => void;
  /** Called after each batch of families. */
  readonly onBatch?: (count: number) => void;
};

/**
 * Changes the clinic's key. The new key is in the key file before the first family's key is wrapped by it, and the
 * former key stays until none is wrapped by it, so every key opens at every moment, for a running server too. If it was
 * interrupted, it continues. Resolves to whether it is over. Rule KEY2.
 */
export async function rotateKey({ db, clinicKeys, keySetting, print, onBatch }: Rotation): Promise<boolean> {
  if (keySetting.from === 'environment' && keySetting.keys.length === 1) {
    print(whatToSet());
    return false;
  }
  if (keySetting.from === 'file') {
    const { file } = keySetting;
    // In a transaction, so that of two rotations at once the second finds the key of the first.
    print(await inTransaction(db, async () => addKey(file)));
  }
  const { count, unreadable } = await rewrapFamilyKeys(db, clinicKeys, onBatch);
  print(`Encrypted the keys of ${count} families under the new key.`);
  if (unreadable.length > 0) {
    print(`No key of the clinic opens the keys of these families, so the former key stays: ${unreadable.join(', ')}`);
    return false;
  }
  const isOver = await dropFormerKeys(db, clinicKeys, () => dropFormer(keySetting));
  print(isOver ? whatToDo(keySetting) : 'A family was added meanwhile. Run this command again.');
  return isOver;
}

/** Puts a new key in front, unless an interrupted rotation did. */
function addKey(file: string): string {
  const [current, ...former]: KeysInFile = readKeyFile(file);
  if (former.length > 0) return `Continuing the rotation that was interrupted. The new key is in ${file}.`;
  writeKeyFile(file, [randomBytes(KEY_BYTES), current]);
  return `A new key is in ${file}, with the former one below it.`;
}

function dropFormer(setting: ClinicKeySetting) {
  if (setting.from === 'file') writeKeyFile(setting.file, [readKeyFile(setting.file)[0]]);
}

const whatToSet = () =>
  [
    'The clinic’s key is in CLINIC_KEY, which only you can change. Set:',
    `  CLINIC_KEY=${randomBytes(KEY_BYTES).toString('base64')}`,
    '  CLINIC_KEY_FORMER=the value that CLINIC_KEY has now',
    'Restart the server with both. Then run this command again, with both set here too.',
  ].join('\n');

function whatToDo(setting: ClinicKeySetting): string {
  const first =
    setting.from === 'file'
      ? `The former key was removed from ${setting.file}. Back up this file now, apart from the database.`
      : 'Nothing needs the former key anymore. Remove CLINIC_KEY_FORMER, here and from the server’s settings.';
  return `${first} Backups of the database from before today open only with the former key.`;
}
