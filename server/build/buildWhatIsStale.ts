import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type BuiltPart, isStale } from './isStale.ts';

/** Builds these parts if they are older than their sources. Throws if the build fails. */
export function buildWhatIsStale(root: string, parts: readonly BuiltPart[]): void {
  const stale = parts.filter((part) => isStale(part, root));
  if (stale.length === 0) return;
  console.error('Building, which takes a moment …');
  // In a process of its own, so that a server never has what builds it in memory. Only answers go to standard output.
  const program = join(root, 'server/build/main.ts');
  const { status } = spawnSync(process.execPath, [program, ...stale], { stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('The pages or the server could not be built.');
}
