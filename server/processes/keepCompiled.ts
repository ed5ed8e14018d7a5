import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { cacheFolder } from './cacheFolder.ts';

/**
 * Keeps what Node compiles from our sources: the next start takes about half as long. To be called before the rest is
 * imported. Returns what writes it to the disk, since a server that is killed would not. Where the folder cannot be
 * written, every start compiles.
 */
export function keepCompiled(env: NodeJS.ProcessEnv): () => void {
  enableCompileCache(join(cacheFolder(env), 'compiled'));
  return flushCompileCache;
}
