import type { LinkId } from '#shared/protocol/ids.ts';

/** How many links of a session or family are listed: more than are ever needed. Older ones have expired. */
export const LISTED_LINKS = 50;

type LinkRow = {
  readonly link_id: LinkId;
  readonly made_at: string | null;
  readonly expires_at: string;
  readonly redeemed_at: string | null;
  readonly withdrawn_at: string | null;
};

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** What a row of either table of links says about what became of the link. */
export function linkFateOf(row: LinkRow) {
  return {
    linkId: row.link_id,
    madeAt: dateOf(row.made_at),
    expiresAt: new Date(row.expires_at),
    usedAt: dateOf(row.redeemed_at),
    withdrawnAt: dateOf(row.withdrawn_at),
  };
}
