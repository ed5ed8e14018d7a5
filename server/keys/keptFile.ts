import { randomUUID } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * Creates a file for its owner only, if there is none. It is written completely and to the disk before it gets its
 * name, so an interrupted start leaves no half file, and two servers that start at once end up with the same one.
 */
export function makeFileOnce(file: string, content: string): void {
  if (statSync(file, { throwIfNoEntry: false })) return;
  withDraft(file, content, dirname(file), (draft) => {
    try {
      linkSync(draft, file);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  });
}

/** Writes a file, or replaces it. A process that is killed meanwhile leaves the old one or the new one, complete. */
export function replaceFile(file: string, content: string): void {
  const ownedLike = existsSync(file) ? file : dirname(file);
  withDraft(file, content, ownedLike, (draft) => renameSync(draft, file));
}

/** Renames a file, so that it has its new name after a power cut too. */
export function renameForGood(file: string, name: string): void {
  renameSync(file, name);
  syncFolder(dirname(name));
}

/** Writes a draft beside the file for the owner of `ownedLike`, and removes it when `use` is over. */
function withDraft(file: string, content: string, ownedLike: string, use: (draft: string) => void) {
  const draft = `${file}.${randomUUID()}`;
  const opened = openSync(draft, 'wx', 0o600);
  try {
    try {
      writeSync(opened, content);
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
    keepOwner(draft, ownedLike);
    use(draft);
  } finally {
    rmSync(draft, { force: true });
  }
  syncFolder(dirname(file));
}

/** A command that root runs leaves a file which the server’s own user can read. */
function keepOwner(file: string, ownedLike: string) {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(ownedLike);
  chownSync(file, uid, gid);
}

/** A name is on the disk only when its folder is. Windows cannot open folders, and needs no such sync. */
function syncFolder(folder: string) {
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
