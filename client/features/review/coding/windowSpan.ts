import type { Span } from '#shared/domain/codingWindow.ts';
import { type SessionWindow, startOf } from '#shared/session/sessionState.ts';

/** From the start of a window's clock to its end, in session time (ms). Undefined if the clock never ran. */
export function windowSpan(window: SessionWindow): Span | undefined {
  const [from, to] = [startOf(window), window.spans.at(-1)?.[1]];
  return from === undefined || to === undefined ? undefined : [from, to];
}
