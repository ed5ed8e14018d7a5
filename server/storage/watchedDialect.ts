import type SqliteDatabase from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, type Driver, SelectQueryNode, SqliteDialect } from 'kysely';
import { keepPrepared } from './keepPrepared.ts';
import { type StoreFault, storeFaultOf } from './storeFault.ts';

/** Reports for the store's health: each fault, and that something was saved. */
export type StoreWatch = { readonly failed: (fault: StoreFault) => void; readonly saved: () => void };

/** SQLite for Kysely that throws a disk fault as `StoreFault` and reports it. */
export class WatchedDialect extends SqliteDialect {
  readonly #sqlite: SqliteDatabase.Database;
  readonly #watch: StoreWatch;

  constructor(sqlite: SqliteDatabase.Database, watch: StoreWatch) {
    super({ database: keepPrepared(sqlite) });
    this.#sqlite = sqlite;
    this.#watch = watch;
  }

  override createDriver(): Driver {
    return watchedDriver(super.createDriver(), this.#sqlite, this.#watch);
  }
}

function watchedDriver(driver: Driver, sqlite: SqliteDatabase.Database, watch: StoreWatch): Driver {
  return {
    init: () => driver.init(),
    acquireConnection: async () => watchedConnection(await driver.acquireConnection(), sqlite, watch),
    async beginTransaction(connection) {
      // Takes the write lock at once. A transaction that reads first could not write after another process has written.
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    },
    commitTransaction: (connection) => driver.commitTransaction(connection),
    async rollbackTransaction(connection) {
      // On a full or failing disk SQLite rolls back on its own. A second rollback would fail and hide the first error.
      if (sqlite.inTransaction) await driver.rollbackTransaction(connection);
    },
    releaseConnection: (connection) => driver.releaseConnection(connection),
    destroy: () => driver.destroy(),
  };
}

function watchedConnection(
  connection: DatabaseConnection,
  sqlite: SqliteDatabase.Database,
  watch: StoreWatch,
): DatabaseConnection {
  return {
    async executeQuery<R>(query: CompiledQuery) {
      try {
        const result = await connection.executeQuery<R>(query);
        if (isSaved(query) && !sqlite.inTransaction) watch.saved();
        return result;
      } catch (error) {
        const fault = storeFaultOf(error);
        if (fault === undefined) throw error;
        watch.failed(fault);
        throw fault;
      }
    },
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  };
}

const WRITES = new Set(['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode']);

/** Whether a successful query has written, once no transaction is open anymore. */
function isSaved({ query, sql }: CompiledQuery): boolean {
  return sql === 'commit' || (!SelectQueryNode.is(query) && WRITES.has(query.kind));
}
