import type { ClinicKeySetting } from '#server/config/clinicKeySetting.ts';
import { clinicKeyOf, type ClinicKey } from './clinicKey.ts';
import { readKeyFile } from './clinicKeyFile.ts';

/** The clinic's keys: the current one, and former ones until nothing needs them. */
export type ClinicKeys = {
  /** The current key first. A key file is read again at every call, because a command may have changed it. */
  readonly all: () => readonly [ClinicKey, ...ClinicKey[]];
  /** Undefined if this key is none of the clinic's. */
  readonly find: (id: string) => ClinicKey | undefined;
};

/** Reads the keys. Throws `ConfigError` if a key file is not valid. */
export function openClinicKeys(setting: ClinicKeySetting): ClinicKeys {
  const known = new Map<string, ClinicKey>();

  function all(): readonly [ClinicKey, ...ClinicKey[]] {
    const [current, ...former] = setting.from === 'file' ? readKeyFile(setting.file) : setting.keys;
    const keys = [clinicKeyOf(current), ...former.map(clinicKeyOf)] as const;
    for (const key of keys) known.set(key.id, key);
    return keys;
  }
  all();

  return {
    all,
    find: (id) => known.get(id) ?? (setting.from === 'file' ? all().find((key) => key.id === id) : undefined),
  };
}
