import { createAdapter } from '@socket.io/postgres-adapter';
import { Client, type ClientConfig, Pool } from 'pg';

/** What passes events of Socket.IO between nodes. */
export type NoticeAdapter = ReturnType<typeof createAdapter>;

const CONNECTS_WITHIN_MS = 5_000;

/**
 * Opens what passes notices between nodes: one connection to listen on, and one to send. The adapter neither hears errors
 * of its listening connection, which would end the server, nor gives a lost one back to a pool, where it would take a
 * place for ever. So that one is not of a pool.
 */
export function openNoticeAdapter(connectionString: string, report: (error: unknown) => void) {
  const config: ClientConfig = {
    ...{ connectionString, application_name: 'earshot notices', keepAlive: true },
    connectionTimeoutMillis: CONNECTS_WITHIN_MS,
  };
  const pool = new Pool({ ...config, max: 1 });
  pool.on('error', report);
  pool.on('connect', (client) => client.on('error', () => undefined)); // who uses it is told by their statement
  const used = { query: pool.query.bind(pool), connect: () => openListening(config, report) };
  // The adapter's type asks for a whole pool. It uses these two functions.
  const adapter: NoticeAdapter = createAdapter(used as unknown as Pool, { errorHandler: report });
  return { adapter, close: () => pool.end() };
}

async function openListening(config: ClientConfig, report: (error: unknown) => void) {
  const client = new Client(config);
  client.on('error', report);
  await client.connect();
  return Object.assign(client, { release: () => void client.end() });
}
