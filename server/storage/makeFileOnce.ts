import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, statSync, unlinkSync, writeSync } from 'node:fs';

/**
 * Makes a file for its owner alone where there is none. It is written whole and onto the disk before it has its name: a
 * start that is cut short leaves no half of it, and of two servers that start at once, both end up with the same one.
 */
export function makeFileOnce(file: string, content: string): void {
  if (statSync(file, { throwIfNoEntry: false })) return;
  const draft = `${file}.${randomUUID()}`;
  const opened = openSync(draft, 'wx', 0o600);
  try {
    writeSync(opened, content);
    fsyncSync(opened);
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    closeSync(opened);
    unlinkSync(draft);
  }
}
