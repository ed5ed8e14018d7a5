import { linkState } from '#shared/domain/familyLink.ts';
import type { LinkFate } from '#shared/protocol/http/link.ts';
import type { LinkRecord } from '#server/storage/deviceRecords.ts';

type Link = Pick<LinkRecord, 'linkId' | 'madeAt' | 'expiresAt' | 'usedAt' | 'withdrawnAt'>;

/** What became of a link, as staff are told. */
export function linkFate(link: Link, now: Date): LinkFate {
  return {
    linkId: link.linkId,
    state: linkState(link, now),
    madeAt: link.madeAt?.toISOString() ?? null,
    expiresAt: link.expiresAt.toISOString(),
    usedAt: link.usedAt?.toISOString() ?? null,
  };
}
