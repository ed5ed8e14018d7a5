import type { Auth } from './auth.ts';
import type { Time } from '#server/time/time.ts';

/** How often to look for sign-ins that have ended, in ms. */
export const SWEEP_EVERY_MS = 3_600_000;

/** How many are deleted in one step. A live session waits for at most one step. */
export const SWEPT_AT_ONCE = 100;

/** The pause between two steps, in ms. */
export const SWEEP_PAUSE_MS = 1_000;

type SignInSweepPorts = {
  readonly auth: Pick<Auth, 'forgetEnded'>;
  readonly time: Pick<Time, 'callAfter' | 'wallNow'>;
  readonly report: (error: unknown) => void;
};

/**
 * From now on, deletes sign-ins that have ended and can no longer lead back into a session, in small steps, so that the
 * server does not store longer than needed who was signed in. Returns a function that stops it and is safe to call
 * twice. Rule PER5.
 */
export function startSignInSweep({ auth, time, report }: SignInSweepPorts): () => void {
  let isStopped = false;
  let cancel: () => void = () => undefined;

  async function step() {
    let swept = 0;
    try {
      swept = await auth.forgetEnded(new Date(time.wallNow()), SWEPT_AT_ONCE);
    } catch (error) {
      report(error);
    }
    if (!isStopped) plan(swept < SWEPT_AT_ONCE ? SWEEP_EVERY_MS : SWEEP_PAUSE_MS);
  }

  function plan(ms: number) {
    cancel = time.callAfter(ms, () => void step());
  }

  plan(SWEEP_PAUSE_MS);
  return () => {
    isStopped = true;
    cancel();
  };
}
