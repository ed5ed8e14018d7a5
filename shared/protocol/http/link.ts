import { z } from 'zod';
import { LINK_STATES } from '#shared/domain/familyLink.ts';
import { DEVICE_KINDS } from '#shared/domain/people.ts';
import { CaregiverId, LinkId } from '../ids.ts';

/** A link that opens the family room or an ear without an account: single use, with its secret in the fragment. */
export const JoinLink = z.object({ linkId: LinkId, url: z.url(), expiresAt: z.iso.datetime() });
export type JoinLink = z.infer<typeof JoinLink>;

/** What became of a link. */
const LinkFate = z.object({
  linkId: LinkId,
  state: z.enum(LINK_STATES),
  /** Null for a link from before links were listed. */
  madeAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime(),
  usedAt: z.iso.datetime().nullable(),
});
export type LinkFate = z.infer<typeof LinkFate>;

/** A link of a session. `usedBy` is the device that used it, if it is still known. */
export const ListedLink = LinkFate.extend({
  kind: z.enum(['family', 'ear']),
  usedBy: z.object({ kind: z.enum(DEVICE_KINDS), wearer: CaregiverId.nullable() }).nullable(),
});
export type ListedLink = z.infer<typeof ListedLink>;

export const ListedDiaryLink = LinkFate.extend({ caregiverId: CaregiverId });
export type ListedDiaryLink = z.infer<typeof ListedDiaryLink>;

/** The secret of a link. */
export const RedeemLink = z.strictObject({ secret: z.string().min(20).max(200) });
