import { sql } from 'kysely';
import type { TestProject } from 'vitest/node';
import { migrate } from '../migrate.ts';
import { openDatabase } from '../openDatabase.ts';
import { startPostgres } from './startPostgres.ts';

declare module 'vitest' {
  // A declaration can be extended only as an interface.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface ProvidedContext {
    /** The address of a PostgreSQL server, without the name of a database. Undefined where tests run on SQLite. */
    readonly postgres: string | undefined;
  }
}

/** With every table and no rows: each test gets a copy. */
export const TEMPLATE = 'migrated';

/** One PostgreSQL server for all tests of a project. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres();
  const admin = openDatabase(`${url}/postgres`);
  await sql`create database ${sql.id(TEMPLATE)}`.execute(admin.db);
  await admin.close();
  const { db, close } = openDatabase(`${url}/${TEMPLATE}`);
  await migrate(db);
  await close();
  provide('postgres', url);
  return stop;
}
