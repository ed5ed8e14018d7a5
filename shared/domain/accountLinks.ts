/** What the link that opens an account is for: its first password, or another one. */
export const ACCOUNT_LINK_PURPOSES = ['invitation', 'password'] as const;
export type AccountLinkPurpose = (typeof ACCOUNT_LINK_PURPOSES)[number];

const DAY_MS = 24 * 3_600_000;

/** How long a link is valid, in ms. A new password is wanted now; an invitation waits until its person has time. Rule PER10. */
export const ACCOUNT_LINK_LASTS_MS: { readonly [P in AccountLinkPurpose]: number } = {
  invitation: 7 * DAY_MS,
  password: DAY_MS,
};

/** How often a person can have a password link sent to themselves. Rule PER10. */
export const ASK_FOR_LINK_EVERY_MS = 5 * 60_000;
