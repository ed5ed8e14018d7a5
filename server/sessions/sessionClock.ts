import type { AlarmClock } from '#shared/session/alarm.ts';
import type { Time } from '#server/time/time.ts';

/** A session's own clock: ms since it began, never running backwards but when it starts anew. */
export type SessionClock = AlarmClock & {
  readonly now: () => number;
  /** Calls back once, after this many ms, whatever becomes of session time. Returns how to call it off. */
  readonly callAfter: Time['callAfter'];
  /** From now on session time counts from 0 again. Returns the moment. */
  readonly startAnew: () => Date;
};

/**
 * Session time from the server's monotonic clock. It is set by the wall clock once, when the session is opened, begins or is
 * woken, since a monotonic clock does not outlive its process; and never before the log's last fact.
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
      // A timer may fire a little early, and holds only so long: look at the clock again before ringing.
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
