import {
  type Failures,
  type FailuresOf,
  isLockedOut,
  isRecent,
  withFailure,
  withoutOne,
} from '#shared/domain/attempts.ts';

/** Whose try it is: an account, by its id or email address, and the network that it came from (`networkOf`). */
type Trying = { readonly account: string; readonly network: string };

/** Limits tries of passwords and codes. Rule PER12. */
export type Attempts = {
  /**
   * Makes a try, unless there were too many wrong ones. It counts as wrong from its beginning, so that tries at the same
   * time cannot outrun the count. If it was right, the account may try as often as before, and the network is not
   * charged for it. Earlier wrong tries of the network stay: they may have been for other accounts.
   */
  readonly try: <T>(
    who: Trying,
    attempt: () => Promise<T>,
    isRight: (result: NoInfer<T>) => boolean,
  ) => Promise<T | 'locked-out'>;
};

/** Beyond this many, those that are old are forgotten. */
const MOST_REMEMBERED = 10_000;

/** In memory: a restart forgets. Each kind of secret has attempts of its own. */
export function createAttempts(now: () => Date): Attempts {
  const known = new Map<string, Failures>();
  const keysOf = ({ account, network }: Trying) =>
    [
      ['account', `account ${account}`],
      ['address', `network ${network}`],
    ] as const satisfies readonly (readonly [FailuresOf, string])[];

  function forgetOld(at: number) {
    for (const [key, failures] of known) if (!isRecent(failures, at)) known.delete(key);
  }

  return {
    async try(who, attempt, isRight) {
      const at = now().getTime();
      const keys = keysOf(who);
      if (keys.some(([of, key]) => isLockedOut(of, known.get(key), at))) return 'locked-out';
      if (known.size >= MOST_REMEMBERED) forgetOld(at);
      for (const [, key] of keys) known.set(key, withFailure(known.get(key), at));
      const result = await attempt();
      if (!isRight(result)) return result;
      const [[, account], [, network]] = keys;
      known.delete(account);
      const failures = withoutOne(known.get(network));
      if (failures !== undefined) known.set(network, failures);
      return result;
    },
  };
}
