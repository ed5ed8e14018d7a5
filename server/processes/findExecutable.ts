import { delimiter, join } from 'node:path';
import { isExecutable } from './isExecutable.ts';

/** Where a program is, going by PATH. */
export function findExecutable(name: string, env: NodeJS.ProcessEnv): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}
