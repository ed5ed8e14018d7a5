import { firstAtLeast } from '../lanes/firstAtLeast.ts';

/** Within this distance, in ms, the player counts as being there: a recording's clock is not exact. */
const AT_IT_MS = 50;

/** The next item after a moment, or the last before it, of items in time order. Undefined at the end. */
export function nextMoment<T>(
  things: readonly T[],
  timeOf: (thing: T) => number,
  from: number,
  way: 'next' | 'previous',
): T | undefined {
  if (way === 'next') return things[firstAtLeast(things, from + AT_IT_MS, timeOf)];
  return things[firstAtLeast(things, from - AT_IT_MS, timeOf) - 1];
}
