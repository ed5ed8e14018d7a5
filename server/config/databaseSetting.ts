import { join, resolve } from 'node:path';
import { hostOf } from './hostOf.ts';
import { isThisMachine } from './isThisMachine.ts';

/** Where the clinic's data is. */
export type DatabaseSetting =
  | { readonly engine: 'sqlite'; readonly file: string }
  | { readonly engine: 'postgres'; readonly url: string; readonly passwordFile: string | undefined };

type DatabaseVariables = {
  readonly DATABASE_URL?: string | undefined;
  readonly DATABASE_PASSWORD_FILE?: string | undefined;
};

export function databaseSetting(
  { DATABASE_URL: url, DATABASE_PASSWORD_FILE: file }: DatabaseVariables,
  dataFolder: string,
): DatabaseSetting {
  if (url === undefined) return { engine: 'sqlite', file: join(dataFolder, 'earshot.sqlite') };
  return { engine: 'postgres', url, passwordFile: file && resolve(file) };
}

/** For people: never with the password. */
export function nameOfDatabase(database: DatabaseSetting): string {
  if (database.engine === 'sqlite') return database.file;
  const { host, pathname } = new URL(database.url);
  return `PostgreSQL at ${host}${pathname}`;
}

/** Whether the database is on this machine, or its address says whether the connection is encrypted. */
export function saysHowItIsReached(url: string): boolean {
  return isThisMachine(hostOf(url)) || new URL(url).searchParams.has('sslmode');
}
