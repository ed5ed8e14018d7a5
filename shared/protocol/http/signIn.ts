import { z } from 'zod';
import { RedeemLink } from './link.ts';
import { email } from './credentials.ts';
import { Account } from './people.ts';
import { EVERYONE, STAFF, type Routes } from './route.ts';

export const SignIn = z.strictObject({ email, password: z.string().min(1).max(128) });
export type SignIn = z.infer<typeof SignIn>;

/** How long the asker's sign-in still lasts, in ms. Zero or less once it has ended; null if there is none. */
export const SignInStanding = z.object({ leftMs: z.number().nullable() });
export type SignInStanding = z.infer<typeof SignInStanding>;

/** A library keeps sign-ins below this path. */
export const AUTH_PATH = '/api/auth';

export const signInRoutes = {
  'account:sign-in': {
    method: 'POST',
    path: '/api/auth/sign-in/email',
    does: 'Signs in.',
    for: EVERYONE,
    audit: 'person.signed-in',
    limit: 'signing-in',
    body: SignIn,
    answer: Account,
    refusals: {
      401: 'Email address and password do not belong together.',
      403: 'The person signs in at the identity provider only.',
      429: 'There were too many wrong passwords.',
    },
  },
  'account:sign-out': {
    method: 'POST',
    path: '/api/auth/sign-out',
    does: 'Signs out. Says where to sign out of the identity provider too, if that is where the sign-in was made.',
    for: EVERYONE,
    audit: 'person.signed-out',
    limit: 'open',
    answer: z.object({ provider: z.url().nullable() }),
  },
  'account:standing': {
    method: 'GET',
    path: '/api/sign-in',
    does: 'Says how long the asker’s sign-in still lasts.',
    for: EVERYONE,
    audit: null,
    limit: 'open',
    isPolled: true,
    answer: SignInStanding,
  },
  'account:read': {
    method: 'GET',
    path: '/api/me',
    does: 'Reads the asker’s own account.',
    for: STAFF,
    audit: null,
    limit: 'reading',
    answer: Account,
  },
  'demo:sign-in': {
    method: 'POST',
    path: '/api/demo/sign-in',
    does: 'Signs in with a secret that the demo printed, on the machine that the demo runs on.',
    for: EVERYONE,
    audit: 'person.signed-in',
    limit: 'link',
    body: RedeemLink,
    answer: Account,
    refusals: { 410: 'The link is not one of the running demo.' },
  },
} as const satisfies Routes;
