import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '#server/config/config.ts';
import { isOpenToOthers } from '#server/keys/isOpenToOthers.ts';
import { inOneText } from './obstacle.ts';

const OF_OTHERS = 0o077;

/**
 * Keeps other users of the machine from the data folder: from now on, this process writes files for its own user only,
 * and what an earlier version left open is closed. Throws `ConfigError` if the folder is open to everybody and belongs
 * to somebody else. Windows has no such modes.
 */
export function closeToOthers(folder: string): void {
  if (process.platform === 'win32') return;
  process.umask(OF_OTHERS);
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of [folder, ...files.map(({ name }) => join(folder, name))]) close(path);
}

function close(path: string): void {
  const stats = statSync(path);
  if ((stats.mode & OF_OTHERS) === 0) return;
  try {
    chmodSync(path, stats.mode & ~OF_OTHERS & 0o777);
  } catch (error) {
    if (!isOpenToOthers(stats)) return;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(
      inOneText({
        found: `Every user of this machine can open ${path}, and it cannot be closed to them (${reason})`,
        advice: 'Run Earshot as the user who owns it, or run: chmod -R o-rwx on the data folder.',
      }),
    );
  }
}
