/** The time of each slot by its id, in ms; undefined for a missing slot, or one without a time before or after it. */
export type SlotTimes = ReadonlyMap<string, number | undefined>;

/** Slots without a time are spread evenly between their neighbors in the file's order, as in ELAN. */
export function slotTimes(slots: readonly (readonly [id: string, time: number | undefined])[]): SlotTimes {
  const times = new Map<string, number | undefined>();
  let waiting: string[] = [];
  let last: number | undefined;
  for (const [id, time] of slots) {
    if (time === undefined) {
      waiting.push(id);
      continue;
    }
    spread(waiting, last, time, times);
    waiting = [];
    times.set(id, time);
    last = time;
  }
  spread(waiting, last, undefined, times);
  return times;
}

function spread(
  ids: readonly string[],
  from: number | undefined,
  to: number | undefined,
  times: Map<string, number | undefined>,
): void {
  for (const [index, id] of ids.entries()) {
    const isBetween = from !== undefined && to !== undefined;
    times.set(id, isBetween ? Math.round(from + ((to - from) * (index + 1)) / (ids.length + 1)) : undefined);
  }
}
