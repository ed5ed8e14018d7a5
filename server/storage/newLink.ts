import { hashSecret, makeSecret } from './secrets.ts';

/** A link for this many ms, and its columns in the tables of links: only the hash of its secret is stored. */
export function newLink(now: Date, lifetimeMs: number) {
  const secret = makeSecret();
  const expiresAt = new Date(now.getTime() + lifetimeMs);
  const columns = { secret_hash: hashSecret(secret), expires_at: expiresAt.toISOString(), redeemed_at: null };
  return { link: { secret, expiresAt }, columns };
}
