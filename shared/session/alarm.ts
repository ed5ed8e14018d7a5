import { type EventObject, fromCallback } from 'xstate';

/** What an alarm needs from a clock. Times are session times in ms. */
export type AlarmClock = { readonly callAt: (at: number, ring: () => void) => () => void };

/**
 * Sends `alarm` at a moment of session time; never if there is none. It is invoked with an absolute time instead of
 * using `after`, because XState restarts invoked actors when a session is restored but does not re-arm delays.
 */
export function alarmOn(clock: AlarmClock) {
  return fromCallback<EventObject, { at: number | undefined }>(({ sendBack, input }) => {
    if (input.at === undefined) return undefined;
    return clock.callAt(input.at, () => {
      sendBack({ type: 'alarm' });
    });
  });
}

/** An alarm that never rings, for machines that only fold. */
export const silentAlarm = alarmOn({ callAt: () => () => undefined });
