import { Client } from 'pg';
import type { NodeId } from './leases.ts';
import { NODE_LOCKS } from './removeGoneNodes.ts';

/** The number of the lock of a server that is alone, which several nodes share. The triggers take another one. */
const SERVER = 2;
/** How often a lost connection is made again, in ms. */
const AGAIN_AFTER_MS = 1_000;

/** A server that is alone, or one of the nodes of a clinic. */
type Holder = 'alone' | NodeId;

type HoldPorts = {
  readonly callAfter: (ms: number, callback: () => void) => () => void;
  /** The database was gone, and a server that may not run beside this one was faster when it came back. This one must end. */
  readonly onTaken: () => void;
};

/**
 * Makes this the only server on a PostgreSQL database, or one of its nodes, until the returned function is called. Undefined
 * if a server has it that may not run beside this one. The lock belongs to a connection: if that is lost, it is made and
 * locked again as soon as the database answers. Terminal commands need no lock. Throws what the driver throws if the
 * database does not answer at first.
 */
export async function holdDatabase(
  url: string,
  holder: Holder,
  { callAfter, onTaken }: HoldPorts,
): Promise<(() => Promise<void>) | undefined> {
  let isReleased = false;
  let stopWaiting: () => void = () => undefined;
  let client = await lock();
  if (client === undefined) return undefined;

  async function lock(): Promise<Client | undefined> {
    const next = new Client({ connectionString: url, application_name: 'earshot hold', keepAlive: true });
    next.on('error', () => undefined);
    try {
      await next.connect();
      if (await isLocked(next, holder)) {
        next.once('end', lockAgain);
        return next;
      }
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    await next.end();
    return undefined;
  }

  function lockAgain(): void {
    if (isReleased) return;
    stopWaiting = callAfter(AGAIN_AFTER_MS, () => {
      lock().then((next) => {
        client = next;
        if (isReleased) void next?.end();
        else if (next === undefined) onTaken();
      }, lockAgain);
    });
  }

  return async () => {
    isReleased = true;
    stopWaiting();
    await client?.end();
  };
}

async function isLocked(client: Client, holder: Holder): Promise<boolean> {
  const lock = holder === 'alone' ? 'pg_try_advisory_lock' : 'pg_try_advisory_lock_shared';
  const { rows } = await client.query<{ held: boolean }>(`select ${lock}($1) as held`, [SERVER]);
  if (rows[0]?.held !== true) return false;
  // Another node may have it for a moment, to see whether this one is gone.
  if (holder !== 'alone') await client.query('select pg_advisory_lock($1, hashtext($2))', [NODE_LOCKS, holder]);
  return true;
}
