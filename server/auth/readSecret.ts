import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '#server/config/config.ts';
import { makeFileOnce } from '#server/keys/keptFile.ts';

/** The shortest secret that is accepted, in characters. */
const SHORTEST = 32;

/** The data folder's secret, which signs cookies, made at the first start. Throws `ConfigError` if it is not valid. */
export function readSecret(folder: string): string {
  const file = join(folder, 'secret');
  makeFileOnce(file, randomBytes(48).toString('base64url'));
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < SHORTEST) {
    throw new ConfigError(
      `${file} does not contain a secret. Restore it from your backup. Only if there is none, delete it: then everybody has to sign in again, and whoever has an authenticator app needs a recovery code and sets up the app again.`,
    );
  }
  return secret;
}
