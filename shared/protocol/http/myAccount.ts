import { z } from 'zod';
import { SignInId } from '../ids.ts';
import { Name } from '../names.ts';
import { NewPassword, Password } from './credentials.ts';
import { Account } from './people.ts';
import { STAFF, type Routes } from './route.ts';

/** One browser in which the asker is signed in. */
export const MySignIn = z.object({
  signInId: SignInId,
  /** Such as “Firefox, Windows”. Empty if it is not known. */
  browser: z.string(),
  since: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  /** Whether it is the one that asks. */
  isThis: z.boolean(),
});
export type MySignIn = z.infer<typeof MySignIn>;

export const NewName = z.strictObject({ name: Name });
/** Whoever has a password gives it to change it. */
export const OwnPassword = z.strictObject({ current: Password.optional(), password: NewPassword });

export const myAccountRoutes = {
  'account:rename': {
    method: 'POST',
    path: '/api/me/name',
    does: 'Changes the asker’s name.',
    for: STAFF,
    audit: 'own-account.changed',
    limit: 'writing',
    body: NewName,
    answer: Account,
  },
  'account:set-password': {
    method: 'POST',
    path: '/api/me/password',
    does: 'Changes the asker’s password, and ends their other sign-ins.',
    for: STAFF,
    audit: 'password.set',
    limit: 'making',
    asksAgain: true,
    body: OwnPassword,
    answer: z.null(),
    refusals: {
      409: 'The current password is wrong.',
      422: 'The password is easy to guess.',
      429: 'There were too many wrong ones.',
    },
  },
  'sign-ins:list': {
    method: 'GET',
    path: '/api/me/sign-ins',
    does: 'Lists the browsers in which the asker is signed in, latest first.',
    for: STAFF,
    audit: null,
    limit: 'reading',
    answer: z.array(MySignIn),
  },
  'sign-ins:end': {
    method: 'DELETE',
    path: '/api/me/sign-ins/:signInId',
    does: 'Signs the asker out in one other browser.',
    for: STAFF,
    audit: 'sign-ins.ended',
    limit: 'writing',
    asksAgain: true,
    answer: z.null(),
    refusals: { 404: 'There is no such sign-in of the asker.' },
  },
  'sign-ins:end-others': {
    method: 'DELETE',
    path: '/api/me/sign-ins',
    does: 'Signs the asker out in all other browsers.',
    for: STAFF,
    audit: 'sign-ins.ended',
    limit: 'writing',
    asksAgain: true,
    answer: z.null(),
  },
} as const satisfies Routes;
