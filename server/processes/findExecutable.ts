import { delimiter, join } from 'node:path';
import { isExecutable } from './isExecutable.ts';

/** The path of a program on PATH. */
export function findExecutable(name: string, env: NodeJS.ProcessEnv): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}
