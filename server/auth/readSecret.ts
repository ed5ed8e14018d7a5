import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '#server/config/config.ts';
import { readSecretText } from '#server/config/readSecretText.ts';
import type { SecretText } from '#server/config/secretText.ts';
import { makeFileOnce } from '#server/keys/keptFile.ts';

/** The shortest secret that is accepted, in characters. */
const SHORTEST = 32;

/**
 * What signs cookies: the given secret, or that of the data folder, made at the first start. Throws `ConfigError` if it is
 * not valid.
 */
export function readSecret(folder: string, given?: SecretText): string {
  return given === undefined ? readKept(join(folder, 'secret')) : readGiven(given);
}

function readGiven(given: SecretText): string {
  const secret = readSecretText('EARSHOT_SECRET_FILE', given);
  if (secret.length >= SHORTEST) return secret;
  throw new ConfigError(`The secret that EARSHOT_SECRET_FILE names must have ${SHORTEST} characters or more.`);
}

function readKept(file: string): string {
  makeFileOnce(file, randomBytes(48).toString('base64url'));
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < SHORTEST) {
    throw new ConfigError(
      `${file} does not contain a secret. Restore it from your backup. Only if there is none, delete it: then everybody has to sign in again, and whoever has an authenticator app needs a recovery code and sets up the app again.`,
    );
  }
  return secret;
}
