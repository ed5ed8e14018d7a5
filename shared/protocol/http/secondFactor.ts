import { z } from 'zod';
import { MISSING_FACTORS } from '#shared/domain/secondFactor.ts';
import { PasskeyProof } from '../webAuthn.ts';
import { Password } from './credentials.ts';
import { STAFF, type Routes } from './route.ts';

/** What a person has as second factors, and what this sign-in lacks. Rule PER11. */
export const SecondFactorStanding = z.object({
  missing: z.enum(MISSING_FACTORS),
  isRequired: z.boolean(),
  hasAuthenticator: z.boolean(),
  /** How many passkeys the person has. */
  passkeys: z.int(),
  recoveryCodesLeft: z.int(),
  /** Who signs in at the provider or with a passkey may have none. */
  hasPassword: z.boolean(),
});
export type SecondFactorStanding = z.infer<typeof SecondFactorStanding>;

/** The secret of an authenticator app: as text to type, and as an `otpauth:` address for a QR code. */
export const NewAuthenticator = z.object({ secret: z.string(), url: z.string() });
export type NewAuthenticator = z.infer<typeof NewAuthenticator>;

/** Six digits of an authenticator app. Spaces are left out: apps show them in two groups. */
const AppCode = z
  .string()
  .overwrite((text) => text.replaceAll(/\s/g, ''))
  .regex(/^\d{6}$/, 'The code has six digits');

export const AppCodeGiven = z.strictObject({ code: AppCode });

/** However it is typed. Codes from before are shorter. */
export const RecoveryCodeGiven = z.strictObject({ code: z.string().trim().min(10).max(60) });

/** A second factor for this sign-in. */
export const GivenFactor = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('app'), code: AppCode }),
  z.strictObject({ by: z.literal('recovery'), ...RecoveryCodeGiven.shape }),
  z.strictObject({ by: z.literal('passkey'), proof: PasskeyProof }),
]);
export type GivenFactor = z.infer<typeof GivenFactor>;

/** What shows that it is still the person who signed in. Rule PER13. */
export const Confirmation = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('password'), password: Password }),
  z.strictObject({ by: z.literal('app'), code: AppCode }),
  z.strictObject({ by: z.literal('passkey'), proof: PasskeyProof }),
]);
export type Confirmation = z.infer<typeof Confirmation>;

/** Shown once. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

const WRONG = 'The code is wrong, too old, or was used already.';
const LOCKED = 'There were too many wrong codes.';

export const secondFactorRoutes = {
  'second-factor:read': {
    method: 'GET',
    path: '/api/second-factor',
    does: 'Reads which second factors the asker has, and what their sign-in lacks.',
    for: STAFF,
    audit: null,
    limit: 'reading',
    whileMissing: ['give', 'set-up'],
    answer: SecondFactorStanding,
  },
  'second-factor:give': {
    method: 'POST',
    path: '/api/second-factor',
    does: 'Gives a second factor, which completes the sign-in.',
    for: STAFF,
    audit: 'identity.confirmed',
    limit: 'writing',
    whileMissing: ['give'],
    renewsToken: true,
    body: GivenFactor,
    answer: SecondFactorStanding,
    refusals: { 422: WRONG, 429: LOCKED },
  },
  'confirmation:give': {
    method: 'POST',
    path: '/api/confirmation',
    does: 'Shows that it is still the person who signed in, for the routes that ask again.',
    for: STAFF,
    audit: 'identity.confirmed',
    limit: 'writing',
    renewsToken: true,
    body: Confirmation,
    answer: z.null(),
    refusals: { 422: 'The password or the code is wrong.', 429: 'There were too many wrong ones.' },
  },
  'authenticator:begin': {
    method: 'POST',
    path: '/api/second-factor/authenticator',
    does: 'Makes the secret of an authenticator app. It counts once a code of it was confirmed.',
    for: STAFF,
    audit: null,
    limit: 'writing',
    whileMissing: ['set-up'],
    asksAgain: true,
    answer: NewAuthenticator,
    refusals: { 409: 'The asker has an authenticator app already.' },
  },
  'authenticator:remove': {
    method: 'DELETE',
    path: '/api/second-factor/authenticator',
    does: 'Removes the asker’s authenticator app. Where a second factor is required, they set up another one next.',
    for: STAFF,
    audit: 'second-factor.changed',
    limit: 'writing',
    asksAgain: true,
    answer: SecondFactorStanding,
  },
  'recovery-codes:renew': {
    method: 'POST',
    path: '/api/second-factor/recovery-codes',
    does: 'Makes new recovery codes. The former ones stop working.',
    for: STAFF,
    audit: 'second-factor.changed',
    limit: 'writing',
    asksAgain: true,
    answer: RecoveryCodes,
    refusals: { 409: 'The asker has no second factor.' },
  },
  'authenticator:confirm': {
    method: 'POST',
    path: '/api/second-factor/authenticator/confirm',
    does: 'Confirms an authenticator app by a code of it. The answer has recovery codes if the asker had none.',
    for: STAFF,
    audit: 'second-factor.changed',
    limit: 'writing',
    whileMissing: ['set-up'],
    renewsToken: true,
    body: AppCodeGiven,
    answer: RecoveryCodes,
    refusals: { 409: 'There is no authenticator app to confirm.', 422: WRONG, 429: LOCKED },
  },
} as const satisfies Routes;
