import { realTime, type Time } from '#server/time/time.ts';

type MovableTime = Time & { readonly forward: (ms: number) => void };

/** Real time that a story can move forward, so that it need not wait for five minutes of play. */
export function createMovableTime(): MovableTime {
  let ahead = 0;
  const waiting = new Set<{ readonly due: number; ring: () => void }>();
  const now = () => realTime.monotonicNow() + ahead;

  return {
    wallNow: () => realTime.wallNow() + ahead,
    monotonicNow: now,
    callAfter(ms, callback) {
      const call = { due: now() + ms, ring: () => undefined };
      const cancelTimer = realTime.callAfter(ms, () => {
        call.ring();
      });
      const cancel = () => {
        cancelTimer();
        waiting.delete(call);
      };
      call.ring = () => {
        cancel();
        callback();
      };
      waiting.add(call);
      return cancel;
    },
    forward(ms) {
      ahead += ms;
      const due = [...waiting].filter((call) => call.due <= now()).toSorted((a, b) => a.due - b.due);
      for (const { ring } of due) ring();
    },
  };
}
