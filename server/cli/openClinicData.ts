import { existsSync } from 'node:fs';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import type { ClinicKeySetting } from '#server/config/clinicKeySetting.ts';
import { ConfigError, readConfig } from '#server/config/config.ts';
import { placeOfDatabase } from '#server/config/placeOfDatabase.ts';
import type { ClinicKeys } from '#server/keys/clinicKeys.ts';
import type { FamilyKeys } from '#server/storage/familyKeys.ts';
import { isMigrated, migrate } from '#server/storage/migrate.ts';
import type { Db } from '#server/storage/db.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import { openKeys } from '#server/storage/openKeys.ts';
import { isSealed } from '#server/storage/sealExisting.ts';
import { isFolderHeld } from '#server/start/holdDataFolder.ts';

/** The clinic's database with its keys, for terminal commands, whether or not a server runs on it. */
export type ClinicData = {
  readonly folder: string;
  readonly db: Db;
  readonly keySetting: ClinicKeySetting;
  readonly clinicKeys: ClinicKeys;
  readonly familyKeys: FamilyKeys;
  readonly close: () => Promise<void>;
};

const SERVER_IS_OLDER = fail(
  'not-now',
  'The database is of an earlier version, and a server may run on it. Restart the server first: it upgrades the database.',
);

export const noClinicIn = (folder: string): string =>
  `There is no clinic in ${folder}. Set EARSHOT_DATA to its data folder, or DATABASE_URL to its database.`;

/**
 * Opens what is at `DATABASE_URL`, or in `EARSHOT_DATA` or `./data`. Creates nothing if there is none, and never a key.
 * Upgrades a file only while no server runs, and PostgreSQL never, because a server may run on another machine: an older one
 * would go on writing in its own way.
 */
export async function openClinicData(env: NodeJS.ProcessEnv): Promise<Reply<ClinicData>> {
  await using opened = new AsyncDisposableStack();
  try {
    const { clinicKey: keySetting, dataFolder: folder, database } = readConfig(env);
    if (database.engine === 'sqlite' && !existsSync(database.file)) return fail('not-found', noClinicIn(folder));
    const { db, close } = openDatabase(placeOfDatabase(database));
    opened.defer(close);
    const mayUpgrade = database.engine === 'sqlite' && !isFolderHeld(folder);
    if (!mayUpgrade && !(await isUpgraded(db))) return SERVER_IS_OLDER;
    await migrate(db);
    const keys = await openKeys(db, keySetting, { now: () => new Date(), say: console.error, mayMake: false });
    const kept = opened.move();
    return ok({ folder, db, keySetting, ...keys, close: () => kept.disposeAsync() });
  } catch (error) {
    if (error instanceof ConfigError) return fail('invalid', error.message);
    throw error;
  }
}

async function isUpgraded(db: Db): Promise<boolean> {
  return (await isMigrated(db)) && (await isSealed(db));
}
