import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '#server/config/config.ts';
import { makeFileOnce } from '#server/storage/makeFileOnce.ts';

/** Fewer characters than this sign nothing. */
const SHORTEST = 32;

/**
 * The secret that signs cookies: from a file in the data folder, made at the first start and readable by nobody else.
 * It must stay the same for people to stay signed in. Throws `ConfigError` where the file holds none.
 */
export function readSecret(folder: string): string {
  const file = join(folder, 'secret');
  makeFileOnce(file, randomBytes(48).toString('base64url'));
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < SHORTEST) {
    throw new ConfigError(
      `${file} does not hold a secret. Put it back from your backup, or delete it: then everybody signs in again.`,
    );
  }
  return secret;
}
