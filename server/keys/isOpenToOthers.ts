import type { Stats } from 'node:fs';

const OF_OTHERS = 0o077;
const OF_EVERYBODY = 0o007;

/**
 * Whether other users of the machine can open a file or folder. One of another user may be open to our group, because
 * that is how a shared volume or a mounted secret reaches us. Windows has no such modes.
 */
export function isOpenToOthers({ mode, uid }: Pick<Stats, 'mode' | 'uid'>): boolean {
  if (process.platform === 'win32') return false;
  return (mode & (uid === process.getuid?.() ? OF_OTHERS : OF_EVERYBODY)) !== 0;
}
