import type { OnTrouble, OpenDatabase } from './db.ts';
import { openPostgres } from './openPostgres.ts';
import { openSqlite } from './openSqlite.ts';

/** Opens the database at an address of PostgreSQL, or in an SQLite file, which is made if there is none. */
export function openDatabase(where: string, onTrouble: OnTrouble = () => undefined): OpenDatabase {
  return isPostgres(where) ? openPostgres(where, onTrouble) : openSqlite(where, onTrouble);
}

/** Whether this is an address of PostgreSQL and not the path of a file. */
export function isPostgres(where: string): boolean {
  return /^postgres(?:ql)?:\/\//u.test(where);
}
