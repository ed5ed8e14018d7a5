import type { Auth } from './auth.ts';
import type { Time } from '#server/time/time.ts';

export const SWEEP_EVERY_MS = 3_600_000;

/** How many are deleted in one step. A live session waits for at most one step. */
export const SWEPT_AT_ONCE = 100;

export const SWEEP_PAUSE_MS = 1_000;

type SignInSweepPorts = {
  readonly auth: Pick<Auth, 'forgetEnded'>;
  readonly time: Pick<Time, 'callAfter' | 'wallNow'>;
  readonly report: (error: unknown) => void;
};

/** Deletes, in small steps, sign-ins that have ended for good. Returns a stop, safe to call twice. Rule PER5. */
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
