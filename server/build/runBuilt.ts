import { join } from 'node:path';
import { buildWhatIsStale } from './buildWhatIsStale.ts';
import type { BuiltPart } from './isStale.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Runs a built program of `dist/server`, once these parts are as new as their sources. */
export async function runBuilt(program: 'run' | 'cli', parts: readonly BuiltPart[]): Promise<void> {
  buildWhatIsStale(ROOT, parts);
  await import(join(ROOT, 'dist/server', `${program}.mjs`));
}
