import type { AlarmClock } from '#shared/session/alarm.ts';
import type { Time } from '#server/time/time.ts';

/** A session's own clock: ms since it began. It runs backwards only if it is restarted. */
export type SessionClock = AlarmClock & {
  readonly now: () => number;
  /** Calls back once, this many ms from now, even if session time is restarted. Returns a function that cancels it. */
  readonly callAfter: Time['callAfter'];
  /** Restarts session time at 0. Returns the moment of the restart. */
  readonly startAnew: () => Date;
};

/**
 * Session time from the server's monotonic clock. The wall clock sets it once, when the session is opened, begins or is
 * woken, because a monotonic clock does not outlive its process. It never starts before the log's last fact.
 */
export function startSessionClock(startedAt: Date, lastFactAt: number, time: Time): SessionClock {
  let setTo = Math.max(time.wallNow() - startedAt.getTime(), lastFactAt);
  let setAt = time.monotonicNow();
  const now = () => setTo + (time.monotonicNow() - setAt);

  return {
    now,
    callAfter: time.callAfter,
    startAnew() {
      setTo = 0;
      setAt = time.monotonicNow();
      return new Date(time.wallNow());
    },
    callAt(at, ring) {
      let cancel: () => void = () => undefined;
      // A timer may fire a little early and cannot hold a long delay: check the clock again before ringing.
      const wait = () => {
        cancel = time.callAfter(Math.ceil(at - now()), () => {
          if (now() < at) wait();
          else ring();
        });
      };
      wait();
      return () => {
        cancel();
      };
    },
  };
}
