import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 random bits for a link or a cookie. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** The stored hash of a secret. The secret is as random as a key, so a plain hash is enough. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
