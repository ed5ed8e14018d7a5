import { type Failures, type FailuresOf, isLockedOut, isRecent, withFailure } from '#shared/domain/attempts.ts';

/** Whose try it is: an account, by its id or email address, and the address that it came from. */
type Trying = { readonly account: string; readonly address: string };

/** Counts wrong passwords and codes. Rule PER12. */
export type Attempts = {
  readonly isLockedOut: (who: Trying) => boolean;
  readonly failed: (who: Trying) => void;
  /** The account may try as often as before. The address may not: it could try other accounts. */
  readonly succeeded: (who: Trying) => void;
};

/** Beyond this many, those that are old are forgotten. */
const MOST_REMEMBERED = 10_000;

/** In memory: a restart forgets. Each kind of secret has attempts of its own. */
export function createAttempts(now: () => Date): Attempts {
  const known = new Map<string, Failures>();
  const keysOf = ({ account, address }: Trying) =>
    [
      ['account', `account ${account}`],
      ['address', `address ${address}`],
    ] as const satisfies readonly (readonly [FailuresOf, string])[];

  function forgetOld(at: number) {
    for (const [key, failures] of known) if (!isRecent(failures, at)) known.delete(key);
  }

  return {
    isLockedOut: (who) => keysOf(who).some(([of, key]) => isLockedOut(of, known.get(key), now().getTime())),
    failed(who) {
      const at = now().getTime();
      if (known.size >= MOST_REMEMBERED) forgetOld(at);
      for (const [, key] of keysOf(who)) known.set(key, withFailure(known.get(key), at));
    },
    succeeded: ({ account }) => void known.delete(`account ${account}`),
  };
}
