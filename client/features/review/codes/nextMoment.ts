import { firstAtLeast } from '../lanes/firstAtLeast.ts';

/** This close to something, in ms, the player is at it: a recording's clock has a grain of its own. */
const AT_IT_MS = 50;

/** The next thing after a moment or the last before it, of things in the order of their time; undefined at the end. */
export function nextMoment<T>(
  things: readonly T[],
  timeOf: (thing: T) => number,
  from: number,
  way: 'next' | 'previous',
): T | undefined {
  if (way === 'next') return things[firstAtLeast(things, from + AT_IT_MS, timeOf)];
  return things[firstAtLeast(things, from - AT_IT_MS, timeOf) - 1];
}
