import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '#server/storage/db.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import { keysIn, keysOf } from '#server/storage/testing/keysOf.ts';
import { AS_IN_A_CLINIC, type Postgres, startPostgres } from '#server/storage/testing/startPostgres.ts';
import type { FamilyKeys } from '#server/storage/familyKeys.ts';
import { type Earshot, startEarshot } from '../../earshot.ts';
import { type LoadBalancer, startLoadBalancer } from '../../loadBalancer.ts';

/** A clinic with what stands in front of its servers. */
export type StartedClinic = {
  readonly nodes: readonly Earshot[];
  readonly front: LoadBalancer;
  /** Only with several nodes. */
  readonly postgres: Postgres | undefined;
  /** Its records, as they are on the disk. */
  readonly read: <T>(from: (db: Db, keys: FamilyKeys) => Promise<T>) => Promise<T>;
  readonly stop: () => Promise<void>;
};

/** One server on SQLite, of its own program if one is named, or several nodes on PostgreSQL. */
export async function startClinic(nodes: number, entry?: string): Promise<StartedClinic> {
  await using opened = new AsyncDisposableStack();
  const front = await startLoadBalancer();
  opened.defer(front.stop);
  if (nodes === 1) {
    const earshot = await startEarshot(entry === undefined ? {} : { entry });
    opened.defer(earshot.stop);
    const place = join(earshot.dataFolder, 'earshot.sqlite');
    const keysAt = (db: Db) => keysIn(earshot.dataFolder, db);
    return clinicOf([earshot], front, { place, keysAt, postgres: undefined }, opened.move());
  }
  const postgres = await startPostgres(AS_IN_A_CLINIC);
  opened.defer(postgres.stop);
  const recordings = await mkdtemp(join(tmpdir(), 'earshot-recordings-'));
  opened.defer(() => rm(recordings, { recursive: true, force: true }));
  const key = randomBytes(32);
  const settings = {
    DATABASE_URL: `${postgres.url}/postgres`,
    RECORDINGS_FOLDER: recordings,
    EARSHOT_SECRET: randomBytes(24).toString('hex'),
    CLINIC_KEY: key.toString('base64'),
    PUBLIC_URL: front.url,
  };
  const started: Earshot[] = [];
  for (let node = 0; node < nodes; node += 1) {
    const earshot = await startEarshot({ settings, isNode: true });
    opened.defer(earshot.stop);
    started.unshift(earshot);
  }
  const keysAt = (db: Db) => keysOf(db, { from: 'environment', keys: [key] });
  return clinicOf(started, front, { place: settings.DATABASE_URL, keysAt, postgres }, opened.move());
}

type Records = {
  readonly place: string;
  readonly keysAt: (db: Db) => FamilyKeys;
  readonly postgres: Postgres | undefined;
};

function clinicOf(
  nodes: readonly Earshot[],
  front: LoadBalancer,
  { place, keysAt, postgres }: Records,
  opened: AsyncDisposableStack,
): StartedClinic {
  front.prefer(...nodes.map(portOf));
  return {
    nodes,
    front,
    postgres,
    async read(from) {
      const { db, close } = openDatabase(place);
      try {
        return await from(db, keysAt(db));
      } finally {
        await close();
      }
    },
    stop: () => opened.disposeAsync(),
  };
}

export const portOf = ({ url }: Earshot) => Number(new URL(url).port);
