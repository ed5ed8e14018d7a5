import { Client } from 'pg';

/** The number of the lock of the one server. The triggers take another one. */
const SERVER = 2;
/** How often a lost connection is made again, in ms. */
const AGAIN_AFTER_MS = 1_000;

type HoldPorts = {
  readonly callAfter: (ms: number, callback: () => void) => () => void;
  /** The database was gone, and another server was faster when it came back. Nothing may be written from now on. */
  readonly onTaken: () => void;
};

/**
 * Makes this the only server on a PostgreSQL database, until the returned function is called. Undefined if another server
 * has it. The lock belongs to a connection: if that is lost, it is made and locked again as soon as the database answers.
 * Terminal commands need no lock. Throws what the driver throws if the database does not answer at first.
 */
export async function holdDatabase(
  url: string,
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
      const { rows } = await next.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [SERVER]);
      if (rows[0]?.held === true) {
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
