import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isStale } from './isStale.ts';

/** Builds the pages and the server if they are older than their sources. Throws if the build fails. */
export function buildWhatIsStale(root: string): void {
  if (!isStale('pages', root) && !isStale('server', root)) return;
  console.log('Building, which takes a moment …');
  // In a process of its own, so that a server never has what builds it in memory.
  const { status } = spawnSync(process.execPath, [join(root, 'server/build/main.ts'), '--stale'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The pages or the server could not be built.');
}
