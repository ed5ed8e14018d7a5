import { join } from 'node:path';
import { build } from 'vite';

/** Builds the pages into `dist/client`. Rejects if the build fails. */
export async function buildPages(root: string): Promise<void> {
  await build({ configFile: join(root, 'vite.config.ts'), root: join(root, 'client'), logLevel: 'warn' });
}
