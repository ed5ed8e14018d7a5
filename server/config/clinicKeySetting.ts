import { join, resolve } from 'node:path';

/** Where the clinic's key is, which opens everything about the families: the current key first, then former ones. */
export type ClinicKeySetting =
  | { readonly from: 'environment'; readonly keys: readonly [Buffer, ...Buffer[]] }
  | { readonly from: 'file'; readonly file: string };

type KeyVariables = {
  readonly CLINIC_KEY?: Buffer | undefined;
  /** The former name of `CLINIC_KEY`. */
  readonly RECORDING_KEY?: Buffer | undefined;
  readonly CLINIC_KEY_FORMER: readonly Buffer[];
  readonly CLINIC_KEY_FILE?: string | undefined;
};

/** A key in the environment, or a file: the one that is named, or the one in the data folder. */
export function clinicKeySetting(set: KeyVariables, dataFolder: string): ClinicKeySetting {
  const current = set.CLINIC_KEY ?? set.RECORDING_KEY;
  if (current !== undefined) return { from: 'environment', keys: [current, ...set.CLINIC_KEY_FORMER] };
  const named = set.CLINIC_KEY_FILE;
  return { from: 'file', file: named === undefined ? join(dataFolder, 'clinic.key') : resolve(named) };
}
