import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The secret that signs cookies: from a file in the data folder, made at the first start and readable by nobody else.
 * It must stay the same for people to stay signed in.
 */
export function readSecret(folder: string): string {
  const file = join(folder, 'secret');
  try {
    // 'wx' makes the file or fails: of two servers that start at once, both end up with the same secret.
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!isThere(error)) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
