import { type SessionWindow, startOf } from '#shared/session/sessionState.ts';

/** From the start of a window's clock to its end, in session time (ms). Undefined if the clock never ran. */
export function windowStretch(window: SessionWindow): readonly [from: number, to: number] | undefined {
  const [from, to] = [startOf(window), window.spans.at(-1)?.[1]];
  return from === undefined || to === undefined ? undefined : [from, to];
}
