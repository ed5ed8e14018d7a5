import type { Time } from '#server/time/time.ts';

/** The pauses before a recorder is started again, in ms: short after the first failure, long if it never works. */
const PAUSES_MS = [250, 500, 1_000, 2_000, 4_000, 8_000];

/** After this many failures in a row of one take, people are told. */
const HOPELESS_AFTER = 4;

type Failing = { times: number; isPausing: boolean; cancel: () => void };

/** When a failed take may be tried again. `onDue` is called when a pause is over. */
export function createRetries(time: Time, onDue: () => void) {
  const failing = new Map<string, Failing>();

  function forget(key: string) {
    failing.get(key)?.cancel();
    failing.delete(key);
  }

  return {
    mayTry: (key: string) => failing.get(key)?.isPausing !== true,

    failed(key: string) {
      const times = (failing.get(key)?.times ?? 0) + 1;
      forget(key);
      const pause = PAUSES_MS[Math.min(times, PAUSES_MS.length) - 1] ?? 0;
      const one: Failing = { times, isPausing: true, cancel: () => undefined };
      one.cancel = time.callAfter(pause, () => {
        one.isPausing = false;
        onDue();
      });
      failing.set(key, one);
    },

    /** It worked for a while. The pauses start with the shortest again. */
    worked: forget,

    keepOnly(wanted: ReadonlySet<string>) {
      for (const key of failing.keys()) if (!wanted.has(key)) forget(key);
    },

    /** Whether a take failed repeatedly and does not work now. */
    areHopeless: (works: (key: string) => boolean) =>
      [...failing].some(([key, { times }]) => times >= HOPELESS_AFTER && !works(key)),

    close() {
      for (const key of failing.keys()) forget(key);
    },
  };
}
