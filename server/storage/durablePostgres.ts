import { AbortedTransactionError, type Driver, PostgresDialect } from 'kysely';
import { DatabaseError, type Pool } from 'pg';
import { StoreFault, storeFaultOf } from './storeFault.ts';
import type { StoreWatch } from './storeHealth.ts';
import { watchedDriver } from './watchedDriver.ts';

/** How an SQLSTATE begins when the database is stopping or starting, or has no connection left. */
const GONE = ['08', '57P', '53300'];

/** PostgreSQL for Kysely, watched. */
export class DurablePostgres extends PostgresDialect {
  readonly #watch: StoreWatch;

  constructor(pool: Pool, watch: StoreWatch) {
    super({ pool });
    this.#watch = watch;
  }

  override createDriver(): Driver {
    return watchedDriver(super.createDriver(), { watch: this.#watch, faultOf: postgresFaultOf });
  }
}

/** Undefined if the database answered, and its answer is about the statement. */
function postgresFaultOf(error: unknown): StoreFault | undefined {
  if (error instanceof AbortedTransactionError) return undefined;
  if (!(error instanceof DatabaseError)) return new StoreFault('unreachable', error);
  const isGone = GONE.some((start) => error.code?.startsWith(start));
  return isGone ? new StoreFault('unreachable', error) : storeFaultOf(error);
}
