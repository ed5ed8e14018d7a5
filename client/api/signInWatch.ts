import { Account } from '#shared/protocol/http/people.ts';
import type { SecondFactorStanding } from '#shared/protocol/http/secondFactor.ts';
import { type SignIn, SignInStanding } from '#shared/protocol/http/signIn.ts';
import { keepMeasuring } from './keepMeasuring.ts';
import { call } from './http.ts';

/** State of one's sign-in. After it has ended, it still allows the session in progress and nothing else. Rule PER5. */
export type SignInState =
  { readonly is: 'good' } | { readonly is: 'ending'; readonly minutes: number } | { readonly is: 'ended' };

export type SignInWatch = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => SignInState;
  /** The email of the signed-in person: nobody else may take over a session by signing in on its page. */
  readonly email: string;
  /** Signs the same person in again. Resolves to what the sign-in still lacks. Rejects if a request does. */
  readonly renew: (password: string) => Promise<SecondFactorStanding>;
  /** The second step was given, so the sign-in is complete. */
  readonly complete: () => Promise<void>;
  readonly close: () => void;
};

type SignInWatchPorts = {
  readonly account: Account;
  readonly readStanding: () => Promise<SignInStanding>;
  readonly signIn: (attempt: SignIn) => Promise<unknown>;
  readonly readFactors: () => Promise<SecondFactorStanding>;
  /** In ms since 1970. */
  readonly wallNow: () => number;
  readonly onRenewed: () => void;
};

/** How long before its end a person is warned, in ms: enough time to finish a window. */
const WARN_BEFORE_MS = 15 * 60_000;
const MINUTE_MS = 60_000;
const GOOD: SignInState = { is: 'good' };

/** Watches a sign-in while a live session runs. */
export function watchSignIn(ports: SignInWatchPorts): SignInWatch {
  const { account, readStanding, signIn, readFactors, wallNow, onRenewed } = ports;
  const listeners = new Set<() => void>();
  let endsAt: number | undefined;
  let stands = GOOD;

  async function look() {
    try {
      const { leftMs } = await readStanding();
      endsAt = leftMs === null ? undefined : wallNow() + leftMs;
    } catch {
      // The server cannot be reached: the last known end time still counts.
    }
    const next = standing(endsAt, wallNow());
    if (isSame(next, stands)) return;
    stands = next;
    for (const listener of listeners) listener();
  }

  async function complete() {
    await look();
    onRenewed();
  }

  const stop = keepMeasuring(() => void look());
  void look();

  return {
    email: account.email,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => stands,
    async renew(password) {
      await signIn({ email: account.email, password });
      const factors = await readFactors();
      if (factors.missing === 'none') await complete();
      return factors;
    },
    complete,
    close: stop,
  };
}

function standing(endsAt: number | undefined, now: number): SignInState {
  const leftMs = endsAt === undefined ? Infinity : endsAt - now;
  if (leftMs <= 0) return { is: 'ended' };
  return leftMs <= WARN_BEFORE_MS ? { is: 'ending', minutes: Math.ceil(leftMs / MINUTE_MS) } : GOOD;
}

function isSame(one: SignInState, other: SignInState): boolean {
  return one.is === 'ending' && other.is === 'ending' ? one.minutes === other.minutes : one.is === other.is;
}

export function watchSignInHere(account: Account, onRenewed: () => void): SignInWatch {
  return watchSignIn({
    account,
    readStanding: () => call('account:standing'),
    signIn: (attempt) => call('account:sign-in', { body: attempt }),
    readFactors: () => call('second-factor:read'),
    wallNow: () => Date.now(),
    onRenewed,
  });
}
