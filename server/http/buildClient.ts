import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The sources of the pages, below the root of the package. */
const SOURCES = ['client', 'shared', 'vite.config.ts', 'package-lock.json'];

/** Whether the built pages are missing, or older than their sources. */
export function isClientStale(root: string): boolean {
  const built = modifiedAt(join(root, 'dist/client/index.html'));
  return built === undefined || SOURCES.some((source) => newestIn(join(root, source)) > built);
}

/** Builds the pages into `dist/client`. Throws if the build fails. */
export async function buildClient(root: string): Promise<void> {
  // Imported only here: a server whose pages are built starts without it.
  const { build } = await import('vite');
  await build({ configFile: join(root, 'vite.config.ts'), root: join(root, 'client'), logLevel: 'warn' });
}

/** When anything in a file or folder was last changed, in ms since 1970. 0 if there is none. */
function newestIn(path: string): number {
  const own = modifiedAt(path) ?? 0;
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return own;
  const inside = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return inside.reduce((newest, name) => Math.max(newest, modifiedAt(join(path, name)) ?? 0), own);
}

function modifiedAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}
