import type { Logger } from 'pino';
import { ConfigError, type Config } from '#server/config/config.ts';
import { nameOfDatabase } from '#server/config/databaseSetting.ts';
import { placeOfDatabase } from '#server/config/placeOfDatabase.ts';
import type { Db, OpenDatabase } from '#server/storage/db.ts';
import { migrate } from '#server/storage/migrate.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import { engineOf } from '#server/storage/engineOf.ts';
import { holdDatabase } from '#server/storage/holdDatabase.ts';
import { unsafeSettings } from '#server/storage/postgresSettings.ts';
import type { Time } from '#server/time/time.ts';
import { inOneText, type Obstacle } from './obstacle.ts';

type StorePorts = {
  readonly log: Logger;
  /** This server among the others of the clinic. */
  readonly holder: Parameters<typeof holdDatabase>[1];
  readonly time: Pick<Time, 'callAfter'>;
  /** Another server has the database now: this one must end. */
  readonly onTaken: () => void;
};

/**
 * Opens the clinic's database, for this server alone or for one of several nodes, and brings it up to date. Throws `ConfigError` if nobody answers
 * there, or another server does.
 */
export async function openStore(
  { database }: Pick<Config, 'database'>,
  { log, holder, time, onTaken }: StorePorts,
): Promise<OpenDatabase> {
  const name = nameOfDatabase(database);
  const place = placeOfDatabase(database);
  await using opened = new AsyncDisposableStack();
  const store = openDatabase(place, (fault) => {
    if (fault) log.error({ err: fault, database: name }, 'nothing can be saved');
    else log.warn({ database: name }, 'the store saves again');
  });
  opened.defer(store.close);
  if (engineOf(store.db) === 'postgres') {
    const hold = holdDatabase(place, holder, {
      callAfter: time.callAfter,
      onTaken() {
        log.fatal({ database: name }, 'another server has the database now');
        onTaken();
      },
    });
    opened.defer(await heldAlone(hold, name));
    await refuseUnsafe(store.db, name);
  }
  await migrate(store.db);
  const running = opened.move();
  return { ...store, close: () => running.disposeAsync() };
}

async function heldAlone(hold: ReturnType<typeof holdDatabase>, name: string): Promise<() => Promise<void>> {
  const release = await hold.catch((error: unknown) => {
    throw new ConfigError(inOneText(noAnswer(name)), { cause: error });
  });
  if (release === undefined) throw new ConfigError(inOneText(heldElsewhere(name)));
  return release;
}

export const noAnswer = (name: string): Obstacle => ({
  found: `${name} does not answer, or lets nobody in by this name and password`,
  advice: 'Start the database, or correct DATABASE_URL.',
});

const heldElsewhere = (name: string): Obstacle => ({
  found: `Another Earshot server uses ${name}`,
  advice: 'Stop that server, or name another database in DATABASE_URL, or set NODE_ADDRESS on each of several servers.',
});

/** What was acknowledged must outlive a power cut. */
async function refuseUnsafe(db: Db, name: string): Promise<void> {
  const unsafe = await unsafeSettings(db);
  if (unsafe.length === 0) return;
  throw new ConfigError(
    inOneText({
      found: `${name} may lose what it acknowledged: ${unsafe.join(' and ')} ${unsafe.length === 1 ? 'is' : 'are'} off`,
      advice: 'Turn this on in the configuration of PostgreSQL.',
    }),
  );
}
