import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The names of the files below a folder that contain these bytes. */
export function filesContaining(folder: string, bytes: Buffer | string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(bytes))
    .map(({ name }) => name);
}
