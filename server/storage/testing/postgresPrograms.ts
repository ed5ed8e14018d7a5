import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findExecutable } from '#server/processes/findExecutable.ts';

/** Debian and Homebrew keep the programs of each version in a folder of its own, outside of the path. */
const PLACES = [
  { folder: '/usr/lib/postgresql', of: /^(\d+)$/u },
  { folder: '/opt/homebrew/opt', of: /^postgresql@(\d+)$/u },
] as const;

/** The folder with PostgreSQL's programs, of the newest version that is here. Throws if there is none. */
export async function postgresPrograms(): Promise<string> {
  const found = await Promise.all(
    PLACES.map(async ({ folder, of }) => {
      const names = await readdir(folder).catch(() => []);
      return names.flatMap((name) => {
        const version = of.exec(name)?.[1];
        return version === undefined ? [] : [{ version: Number(version), bin: join(folder, name, 'bin') }];
      });
    }),
  );
  const [newest] = found.flat().toSorted((one, other) => other.version - one.version);
  if (newest !== undefined) return newest.bin;
  const onPath = findExecutable('postgres', process.env);
  if (onPath === undefined) throw new Error('PostgreSQL is missing: run tools/setup test.');
  return dirname(onPath);
}
