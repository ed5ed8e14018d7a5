import type { AlarmClock } from '#shared/session/alarm.ts';
import type { Time } from './time.ts';

/** A session's own clock: ms since it was opened, never running backwards. */
export type SessionClock = AlarmClock & { readonly now: () => number };

/**
 * Session time from the server's monotonic clock. It is set by the wall clock once, when the session is opened or
 * woken, since a monotonic clock does not outlive its process; and never before the log's last fact.
 */
export function startSessionClock(startedAt: Date, lastFactAt: number, time: Time): SessionClock {
  const setTo = Math.max(time.wallNow() - startedAt.getTime(), lastFactAt);
  const setAt = time.monotonicNow();
  const now = () => setTo + (time.monotonicNow() - setAt);

  return {
    now,
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
