import { z } from 'zod';
import { PasskeyId } from '../ids.ts';
import { KnownName, Name } from '../names.ts';
import { MadePasskey, PasskeyToMake, PasskeyProof, PasskeyRequest } from '../webAuthn.ts';
import { Account } from './people.ts';
import { EVERYONE, STAFF, type Routes } from './route.ts';

/** A passkey of the asker. */
export const MyPasskey = z.object({
  passkeyId: PasskeyId,
  name: KnownName,
  madeAt: z.iso.datetime(),
  /** Null if it was never used. */
  usedAt: z.iso.datetime().nullable(),
});
export type MyPasskey = z.infer<typeof MyPasskey>;

export const PasskeyName = z.strictObject({ name: Name });

/** The first second factor comes with recovery codes, which are shown once. */
const AddedPasskey = z.object({ passkey: MyPasskey, codes: z.array(z.string()) });

const NONE = { 404: 'The asker has no such passkey.' } as const;

export const passkeyRoutes = {
  'passkey-sign-in:begin': {
    method: 'POST',
    path: '/api/auth/passkey/begin',
    does: 'Makes a challenge that a passkey signs. It is good for a few minutes and for one sign-in.',
    for: EVERYONE,
    audit: null,
    limit: 'signing-in',
    answer: PasskeyRequest,
  },
  'passkey-sign-in:give': {
    method: 'POST',
    path: '/api/auth/passkey',
    does: 'Signs in with a passkey, which is both steps at once.',
    for: EVERYONE,
    audit: 'person.signed-in',
    limit: 'signing-in',
    body: PasskeyProof,
    answer: Account,
    refusals: {
      401: 'The passkey is not known here, or the challenge is too old.',
      403: 'The person signs in at the identity provider only.',
    },
  },
  'passkey:ask': {
    method: 'POST',
    path: '/api/me/passkeys/ask',
    does: 'Makes a challenge for one of the asker’s passkeys, as a second step or a confirmation.',
    for: STAFF,
    audit: null,
    limit: 'writing',
    whileMissing: ['give'],
    answer: PasskeyRequest,
  },
  'passkeys:list': {
    method: 'GET',
    path: '/api/me/passkeys',
    does: 'Lists the asker’s passkeys.',
    for: STAFF,
    audit: null,
    limit: 'reading',
    answer: z.array(MyPasskey),
  },
  'passkey:begin': {
    method: 'POST',
    path: '/api/me/passkeys/begin',
    does: 'Says what a new passkey of the asker is to be made for.',
    for: STAFF,
    audit: null,
    limit: 'writing',
    whileMissing: ['set-up'],
    asksAgain: true,
    answer: PasskeyToMake,
  },
  'passkey:add': {
    method: 'POST',
    path: '/api/me/passkeys',
    does: 'Adds a passkey that was just made. It completes the sign-in.',
    for: STAFF,
    audit: 'second-factor.changed',
    limit: 'writing',
    whileMissing: ['set-up'],
    renewsToken: true,
    body: MadePasskey,
    answer: AddedPasskey,
    refusals: { 409: 'There are too many already.', 422: 'It was not made for this request, or is known already.' },
  },
  'passkey:rename': {
    method: 'POST',
    path: '/api/me/passkeys/:passkeyId',
    does: 'Gives one of the asker’s passkeys another name.',
    for: STAFF,
    audit: 'own-account.changed',
    limit: 'writing',
    body: PasskeyName,
    answer: z.null(),
    refusals: NONE,
  },
  'passkey:remove': {
    method: 'DELETE',
    path: '/api/me/passkeys/:passkeyId',
    does: 'Removes one of the asker’s passkeys, and ends their other sign-ins.',
    for: STAFF,
    audit: 'second-factor.changed',
    limit: 'writing',
    asksAgain: true,
    answer: z.null(),
    refusals: NONE,
  },
} as const satisfies Routes;
