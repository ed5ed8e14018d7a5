import { randomUUID } from 'node:crypto';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';

/** A file that is written beside its place and moved there when it is whole: until then an older one of its name stays as it is. */
type DraftFile = {
  /** Writes all of it, for its owner alone, and onto the disk. May fail in the middle. */
  readonly write: (
    content: string | Uint8Array | AsyncIterable<Uint8Array>,
    options?: { readonly signal?: AbortSignal },
  ) => Promise<void>;
  /** Moves it to its place. Throws where something has come there meanwhile that may not be written over. */
  readonly place: () => Promise<void>;
  /** Removes what was not placed. Safe to call twice. */
  readonly drop: () => Promise<void>;
};

export async function openDraft(path: string, force: boolean): Promise<DraftFile> {
  // What is named by a link stays a link.
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

/** Why no file may be put here, in words; undefined where one may. */
export async function whyNotPlaced(path: string, force: boolean): Promise<string | undefined> {
  const there = await stat(path).catch(() => undefined);
  if (there === undefined) return undefined;
  if (!there.isFile()) return `${path} is no file that could be written over.`;
  return force ? undefined : `${path} is there already. With --force it is written over.`;
}
