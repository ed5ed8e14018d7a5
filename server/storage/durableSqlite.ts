import type SqliteDatabase from 'better-sqlite3';
import { CompiledQuery, type Driver, SqliteDialect } from 'kysely';
import { keepPrepared } from './keepPrepared.ts';
import { storeFaultOf } from './storeFault.ts';
import type { StoreWatch } from './storeHealth.ts';
import { watchedDriver } from './watchedDriver.ts';

/** SQLite for Kysely, watched, with transactions that nobody overtakes. */
export class DurableSqlite extends SqliteDialect {
  readonly #sqlite: SqliteDatabase.Database;
  readonly #watch: StoreWatch;

  constructor(sqlite: SqliteDatabase.Database, watch: StoreWatch) {
    super({ database: keepPrepared(sqlite) });
    this.#sqlite = sqlite;
    this.#watch = watch;
  }

  override createDriver(): Driver {
    const driver = immediate(super.createDriver(), this.#sqlite);
    return watchedDriver(driver, { watch: this.#watch, faultOf: storeFaultOf });
  }
}

function immediate(driver: Driver, sqlite: SqliteDatabase.Database): Driver {
  return {
    init: (options) => driver.init(options),
    acquireConnection: (options) => driver.acquireConnection(options),
    async beginTransaction(connection) {
      // Takes the write lock at once. A transaction that reads first could not write after another process has written.
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    },
    commitTransaction: (connection) => driver.commitTransaction(connection),
    async rollbackTransaction(connection) {
      // On a full or failing disk SQLite rolls back on its own. A second rollback would fail and hide the first error.
      if (sqlite.inTransaction) await driver.rollbackTransaction(connection);
    },
    releaseConnection: (connection, options) => driver.releaseConnection(connection, options),
    destroy: (options) => driver.destroy(options),
  };
}
