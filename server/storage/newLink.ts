import { randomBytes } from 'node:crypto';
import { LinkId } from '#shared/protocol/ids.ts';
import { hashSecret, makeSecret } from './secrets.ts';

export const newLinkId = (): LinkId => LinkId.parse(randomBytes(16).toString('hex'));

/** A link's secret, which is returned once and stored only as a hash. */
export type Link = { readonly linkId: LinkId; readonly secret: string; readonly expiresAt: Date };

/** A link, and its columns in the tables of links: only the hash of its secret is stored. */
export function newLink(now: Date, expiresAt: Date) {
  const secret = makeSecret();
  const linkId = newLinkId();
  const columns = {
    link_id: linkId,
    secret_hash: hashSecret(secret),
    made_at: now.toISOString(),
    expires_at: expiresAt.toISOString(),
    redeemed_at: null,
    withdrawn_at: null,
  };
  return { link: { linkId, secret, expiresAt }, columns };
}
