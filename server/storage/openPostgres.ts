import { Kysely } from 'kysely';
import { type CustomTypesConfig, Pool, types } from 'pg';
import type { OnTrouble, OpenDatabase } from './db.ts';
import type { Tables } from './schema.ts';
import { DurablePostgres } from './durablePostgres.ts';
import { createStoreHealth } from './storeHealth.ts';

/** The most connections that one server opens. A press takes one for a few ms. */
const MOST_CONNECTIONS = 10;
/** How long making a connection, or waiting for a free one, may take, in ms. */
const CONNECTS_WITHIN_MS = 5_000;
/** How long one statement may take, in ms. */
const STATEMENT_WITHIN_MS = 30_000;
/** How long a transaction may wait for its next statement before the database ends it, in ms. */
const NEXT_WITHIN_MS = 30_000;

/** Counts and sums come as text, because they could be larger than a number here. None of ours is. */
const parserOf: CustomTypesConfig['getTypeParser'] = (type, format): unknown =>
  type === types.builtins.INT8 ? Number : types.getTypeParser(type, format);

/** Writes a row, and leaves nothing. */
const TAKES_ROOM = `
  begin;
  create table room_to_save as select repeat('0', 65536) as room;
  rollback
`;

/**
 * Opens a PostgreSQL database. Connections are made when they are needed, and again when they were lost. An address that
 * nobody answers at is a `StoreFault` of the first query.
 */
export function openPostgres(url: string, onTrouble: OnTrouble): OpenDatabase {
  const pool = new Pool({
    connectionString: url,
    application_name: 'earshot',
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECTS_WITHIN_MS,
    statement_timeout: STATEMENT_WITHIN_MS,
    idle_in_transaction_session_timeout: NEXT_WITHIN_MS,
    types: { getTypeParser: parserOf },
  });
  // A connection that is lost is replaced when one is needed. Whoever uses it then is told by their statement.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const health = createStoreHealth({
    // Asking takes a while. Until there is an answer, the trouble is still there.
    tryToSave() {
      pool.query(TAKES_ROOM).then(health.saved, () => undefined);
      throw new Error('The database has not answered yet.');
    },
    onChange: onTrouble,
  });
  const db = new Kysely<Tables>({ dialect: new DurablePostgres(pool, health) });
  let ended: Promise<void> | undefined;
  return { db, health, close: () => (ended ??= pool.end()) };
}
