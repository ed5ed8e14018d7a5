type Event = { readonly code: string; readonly at: number };

const TOLERANCE_MS = 2_000;
const ALONE = 0.75;
const DIFFERENT = 1;
const EACH_SECOND = 0.01;

type Pair<K, G> = readonly [K | undefined, G | undefined];
type Best<K, G> = {
  readonly cost: number;
  readonly last: Pair<K, G> | undefined;
  readonly before: Best<K, G> | undefined;
};

/** Pairs two coders' events in their order at the least cost. Rule REL1. */
export function alignCodes<K extends Event, G extends Event>(key: readonly K[], given: readonly G[]): Pair<K, G>[] {
  const [keys, gives] = [inOrder(key), inOrder(given)];
  let row: Best<K, G>[] = [{ cost: 0, last: undefined, before: undefined }];
  for (const event of gives) row.push(next(row.at(-1), ALONE, [undefined, event]));
  for (const theirs of keys) {
    const above = row;
    row = [next(above[0], ALONE, [theirs, undefined])];
    gives.forEach((yours, index) => {
      const ways = [
        next(above[index], pairCost(theirs, yours), [theirs, yours]),
        next(above[index + 1], ALONE, [theirs, undefined]),
        next(row[index], ALONE, [undefined, yours]),
      ];
      row.push(ways.reduce((best, way) => (way.cost < best.cost ? way : best)));
    });
  }
  return unwind(row.at(-1));
}

function next<K, G>(before: Best<K, G> | undefined, cost: number, last: Pair<K, G>): Best<K, G> {
  return { cost: (before?.cost ?? Infinity) + cost, last, before };
}

function pairCost(theirs: Event, yours: Event): number {
  const apart = Math.abs(theirs.at - yours.at);
  if (apart > TOLERANCE_MS) return Infinity;
  return (theirs.code === yours.code ? 0 : DIFFERENT) + (EACH_SECOND * apart) / 1_000;
}

function unwind<K, G>(best: Best<K, G> | undefined): Pair<K, G>[] {
  const pairs: Pair<K, G>[] = [];
  for (let step = best; step?.last !== undefined; step = step.before) pairs.unshift(step.last);
  return pairs;
}

function inOrder<E extends Event>(events: readonly E[]): E[] {
  return events.toSorted((one, other) => one.at - other.at);
}
