import { copyFile, mkdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { readConfig } from '#server/config/config.ts';

/** Whether one folder is the other one or inside it. */
export function isWithin(folder: string, other: string): boolean {
  const path = relative(resolve(other), resolve(folder));
  return path === '' || (!path.startsWith('..') && resolve(other, path) === resolve(folder));
}

/** Copies the files that open everything into a folder of their own. Resolves to their names. */
export async function copyKeys(env: NodeJS.ProcessEnv, dataFolder: string, to: string): Promise<readonly string[]> {
  const { clinicKey } = readConfig({ ...env, EARSHOT_DATA: dataFolder });
  const files = [
    ...(clinicKey.from === 'file' ? [{ name: 'clinic.key', file: clinicKey.file }] : []),
    { name: 'secret', file: join(dataFolder, 'secret') },
  ].filter(({ file }) => existsSync(file));
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const { name, file } of files) await copyFile(file, join(to, name));
  return files.map(({ name }) => name);
}
