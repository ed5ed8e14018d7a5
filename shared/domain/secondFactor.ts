/**
 * How a sign-in was made. The demo's people are invented and sign in by links on the machine of the demo. A passkey is two
 * factors: the device that has it, and the finger, face or PIN that unlocks it. A provider says how many it asked for.
 */
export const SIGN_IN_WAYS = ['password', 'demo', 'provider', 'provider-two-factors', 'passkey'] as const;
export type SignInWay = (typeof SIGN_IN_WAYS)[number];

/** What a person can have as a second factor, besides recovery codes. */
export const SECOND_FACTORS = ['app', 'passkey'] as const;

/** What a sign-in lacks before it opens anything: the factor that the person has, or having one at all. */
export const MISSING_FACTORS = ['none', 'give', 'set-up'] as const;
export type MissingFactor = (typeof MISSING_FACTORS)[number];

type Standing = {
  readonly way: SignInWay;
  /** Whether this sign-in has given a second factor. */
  readonly given: boolean;
  /** Whether its person has one. */
  readonly has: boolean;
  readonly isRequired: boolean;
  /** Whether the clinic takes the second factor for which its identity provider says that it asked. */
  readonly isProviderEnough: boolean;
};

/** A person who has a second factor gives it, also where the clinic does not require one. Rule PER11. */
export function missingFactor({ way, given, has, isRequired, isProviderEnough }: Standing): MissingFactor {
  if (given || way === 'demo' || way === 'passkey') return 'none';
  if (way === 'provider-two-factors' && isProviderEnough) return 'none';
  if (has) return 'give';
  return isRequired ? 'set-up' : 'none';
}

/** How long an authenticator app shows a code, in ms. Rule PER11. */
export const APP_CODE_MS = 30_000;

/** How many codes a person gets in case they lose their phone. Each works once. Rule PER11. */
export const RECOVERY_CODES = 10;

/** How long a challenge for a passkey is good for, in ms. People look for their phone or key. Rule PER16. */
export const CHALLENGE_LASTS_MS = 5 * 60_000;
