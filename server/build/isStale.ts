import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What is built: a file that is there afterwards, and the sources that it is made of, below the root of the package. */
export const BUILT = {
  pages: { file: 'dist/client/index.html', from: ['client', 'shared', 'vite.config.ts', 'package-lock.json'] },
  server: { file: 'dist/server/run.mjs', from: ['server', 'shared', 'package-lock.json'] },
} as const;

export type BuiltPart = keyof typeof BUILT;

/** Whether the pages or the server were never built, or their sources are newer. */
export function isStale(part: BuiltPart, root: string): boolean {
  const { file, from } = BUILT[part];
  const built = modifiedAt(join(root, file));
  return built === undefined || from.some((source) => newestIn(join(root, source)) > built);
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
