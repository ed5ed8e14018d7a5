import { z } from 'zod';
import { ACCOUNT_LINK_PURPOSES } from '#shared/domain/accountLinks.ts';
import { KnownName } from '../names.ts';
import { email, NewPassword } from './credentials.ts';
import { RedeemLink } from './link.ts';
import { EVERYONE, type Routes } from './route.ts';

/**
 * Where a link went: to the person by mail, or to the admin, who hands it over and sees it only now. `mailFailed`: there
 * is a mail server, but it did not take the message.
 */
export const SentLink = z.discriminatedUnion('by', [
  z.object({ by: z.literal('mail'), expiresAt: z.iso.datetime() }),
  z.object({ by: z.literal('hand'), url: z.url(), expiresAt: z.iso.datetime(), mailFailed: z.boolean() }),
]);
export type SentLink = z.infer<typeof SentLink>;

/** Whom a link is for. It is still unused. */
export const LinkHolder = z.object({ name: KnownName, email, purpose: z.enum(ACCOUNT_LINK_PURPOSES) });
export type LinkHolder = z.infer<typeof LinkHolder>;

/** A password that its owner sets by a link. */
const PasswordByLink = z.strictObject({ secret: RedeemLink.shape.secret, password: NewPassword });

export const ForgottenPassword = z.strictObject({ email });
export type ForgottenPassword = z.infer<typeof ForgottenPassword>;

const GONE = { 410: 'The link was used, replaced or withdrawn, or is too old.' } as const;

export const accountLinkRoutes = {
  'account-link:read': {
    method: 'POST',
    path: '/api/account-links/read',
    does: 'Says whom an invitation or password link is for, without using it up.',
    for: EVERYONE,
    audit: null,
    limit: 'link',
    body: RedeemLink,
    answer: LinkHolder,
    refusals: GONE,
  },
  'account-link:use': {
    method: 'POST',
    path: '/api/account-links/use',
    does: 'Sets the password of the person whom the link is for, and uses up all their links.',
    for: EVERYONE,
    audit: 'password.set',
    limit: 'link',
    body: PasswordByLink,
    answer: LinkHolder,
    refusals: { ...GONE, 422: 'The password is easy to guess.' },
  },
  'account-link:ask': {
    method: 'POST',
    path: '/api/account-links/ask',
    does: 'Mails a password link to a person with this address, if there is one. The answer never says whether there is.',
    for: EVERYONE,
    audit: null,
    limit: 'rare',
    body: ForgottenPassword,
    answer: z.null(),
    refusals: { 409: 'The clinic has no mail server.' },
  },
} as const satisfies Routes;
