import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, statSync, unlinkSync, writeSync } from 'node:fs';

/**
 * Creates a file for its owner only, if there is none. It is written completely and to the disk before it gets its
 * name, so an interrupted start leaves no half file, and two servers that start at once end up with the same one.
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
