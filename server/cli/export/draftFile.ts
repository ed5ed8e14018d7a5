import { randomUUID } from 'node:crypto';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';

/** A file written next to its final place and moved there when complete; until then an older file stays unchanged. */
type DraftFile = {
  /** Writes the whole content to the disk, readable by the owner only. May fail in the middle. */
  readonly write: (
    content: string | Uint8Array | AsyncIterable<Uint8Array>,
    options?: { readonly signal?: AbortSignal },
  ) => Promise<void>;
  /** Moves the file to its final place. Throws if a file has appeared there that may not be overwritten. */
  readonly place: () => Promise<void>;
  /** Removes a file that was not placed. Safe to call twice. */
  readonly drop: () => Promise<void>;
};

export async function openDraft(path: string, force: boolean): Promise<DraftFile> {
  // If the path is a link, its target is written.
  const target = await realpath(path).catch(() => path);
  const draft = `${target}.${randomUUID()}.part`;
  return {
    write: (content, options) => writeFile(draft, content, { ...options, mode: 0o600, flag: 'wx', flush: true }),
    async place() {
      const taken = await whyNotPlaced(target, force);
      if (taken !== undefined) throw new Error(taken);
      await rename(draft, target);
    },
    drop: () => rm(draft, { force: true }),
  };
}

/** Why no file may be written to this path, as a message. Undefined if one may. */
export async function whyNotPlaced(path: string, force: boolean): Promise<string | undefined> {
  const there = await stat(path).catch(() => undefined);
  if (there === undefined) return undefined;
  if (!there.isFile()) return `${path} is not a file and cannot be overwritten.`;
  return force ? undefined : `${path} already exists. Use --force to overwrite it.`;
}
