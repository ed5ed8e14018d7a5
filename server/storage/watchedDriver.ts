import { type CompiledQuery, type DatabaseConnection, type Driver, SelectQueryNode } from 'kysely';
import type { StoreFault } from './storeFault.ts';
import type { StoreWatch } from './storeHealth.ts';

type Watching = {
  readonly watch: StoreWatch;
  /** Undefined if an error is about the statement and not about what is below it. */
  readonly faultOf: (error: unknown) => StoreFault | undefined;
};

const WRITES = new Set(['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode']);

/** A driver that throws what is below it as `StoreFault`, and reports each fault and that something was saved. */
export function watchedDriver(driver: Driver, { watch, faultOf }: Watching): Driver {
  const ownOf = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const inTransaction = new WeakSet<DatabaseConnection>();
  const own = (connection: DatabaseConnection) => ownOf.get(connection) ?? connection;

  async function unlessFaulty<T>(asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      const fault = faultOf(error);
      if (fault === undefined) throw error;
      watch.failed(fault);
      throw fault;
    }
  }

  function watched(connection: DatabaseConnection): DatabaseConnection {
    return {
      async executeQuery<R>(query: CompiledQuery) {
        const result = await unlessFaulty(connection.executeQuery<R>(query));
        if (isWrite(query) && !inTransaction.has(connection)) watch.saved();
        return result;
      },
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    };
  }

  return {
    init: (options) => driver.init(options),
    async acquireConnection(options) {
      const connection = await unlessFaulty(driver.acquireConnection(options));
      const shown = watched(connection);
      ownOf.set(shown, connection);
      return shown;
    },
    async beginTransaction(connection, settings) {
      await unlessFaulty(driver.beginTransaction(own(connection), settings));
      inTransaction.add(own(connection));
    },
    async commitTransaction(connection) {
      await unlessFaulty(driver.commitTransaction(own(connection)));
      inTransaction.delete(own(connection));
      watch.saved();
    },
    async rollbackTransaction(connection) {
      inTransaction.delete(own(connection));
      await unlessFaulty(driver.rollbackTransaction(own(connection)));
    },
    releaseConnection: (connection, options) => driver.releaseConnection(own(connection), options),
    destroy: (options) => driver.destroy(options),
  };
}

const isWrite = ({ query }: CompiledQuery) => !SelectQueryNode.is(query) && WRITES.has(query.kind);
