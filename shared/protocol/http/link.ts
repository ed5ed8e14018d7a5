import { z } from 'zod';

/** A link that opens the family room or an ear without an account: single use, with its secret in the fragment. */
export const JoinLink = z.object({ url: z.url(), expiresAt: z.iso.datetime() });
export type JoinLink = z.infer<typeof JoinLink>;

/** The secret of a link. */
export const RedeemLink = z.strictObject({ secret: z.string().min(20).max(200) });

/** How often one address may try links, per minute. They are 256 random bits, so this only spares the store. */
export const LINKS_PER_MINUTE = 60;
