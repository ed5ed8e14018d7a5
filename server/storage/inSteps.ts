import { setImmediate as restOfTheLoop } from 'node:timers/promises';

/** A step of this many takes a few ms. */
const AT_ONCE = 100;

/** Maps a long list in steps, between which others have their turn. */
export async function inSteps<T, R>(items: readonly T[], map: (item: T) => R): Promise<R[]> {
  const results: R[] = [];
  for await (const some of steps(items)) results.push(...some.map(map));
  return results;
}

/** The list in pieces, between which others have their turn. */
export async function* steps<T>(items: readonly T[]): AsyncGenerator<readonly T[]> {
  for (let from = 0; from < items.length; from += AT_ONCE) {
    if (from > 0) await restOfTheLoop();
    yield items.slice(from, from + AT_ONCE);
  }
}
