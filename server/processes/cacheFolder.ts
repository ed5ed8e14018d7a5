import { homedir } from 'node:os';
import { join } from 'node:path';

/** This user's folder for things that are costly to make and may be deleted. `tools/setup` uses the same. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  const named = env['XDG_CACHE_HOME'];
  if (named) return join(named, 'earshot');
  return join(env['HOME'] ?? homedir(), '.cache/earshot');
}
