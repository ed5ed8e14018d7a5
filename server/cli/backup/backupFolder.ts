import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

/** What is in a folder of backups, besides the databases and their manifests. */
export const KEYRING = 'family-keys.json';
export const RECORDINGS = 'recordings';

/** One backup: its database, and what belongs to it. */
export const Manifest = z.object({
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  database: z.string().regex(/^[\w-]+[.]sqlite$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The line of `audit head` for the live audit when the backup was made. */
  auditHead: z.string(),
  /** The takes of recordings, as `session/take`, and their sizes in bytes. */
  takes: z.record(z.string().regex(/^[\w-]+\/[\w-]+$/), z.int().nonnegative()),
});
export type Manifest = z.infer<typeof Manifest>;

/** The name of a backup that is made at this moment. Names sort by time. */
export const nameAt = (moment: Date): string => `backup-${moment.toISOString().replaceAll(/[:.]/g, '-')}`;

/** The names of the backups in a folder, oldest first. */
export async function backupsIn(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder).catch(() => []);
  return files
    .flatMap((file) => /^(backup-[\w-]+)[.]json$/.exec(file)?.[1] ?? [])
    .toSorted((one, other) => one.localeCompare(other));
}

/** Undefined if there is no such backup or its manifest is broken. */
export async function readManifest(folder: string, name: string): Promise<Manifest | undefined> {
  const text = await readFile(join(folder, `${name}.json`), 'utf8').catch(() => 'null');
  return Manifest.safeParse(parsed(text)).data;
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
