import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 random bits that can stand in a link or a cookie. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret. It is as random as a key, so a plain hash is enough. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
