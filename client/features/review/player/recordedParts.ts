import { sessionTimeAt } from '#shared/domain/recording/timeMap.ts';
import type { RecordedPart } from '#shared/protocol/recording.ts';

/** A part of a recording with the stretch `[from, to)` of session time that it holds, in ms. */
export type PlayedPart = RecordedPart & { readonly from: number; readonly to: number };

/** What there is to play: the room's picture and sound, and the coach's voice beside it. Each by when it begins. */
export type Recorded = { readonly room: readonly PlayedPart[]; readonly coach: readonly PlayedPart[] };

export const NOTHING_TO_PLAY: Recorded = { room: [], coach: [] };

/** The parts by recorder, with when they were; those that hold nothing are left out. */
export function recordedOf(parts: readonly RecordedPart[]): Recorded {
  const played = parts
    .map((part) => ({
      ...part,
      from: sessionTimeAt(part.timeMap, 0),
      to: sessionTimeAt(part.timeMap, part.durationMs),
    }))
    .filter(({ from, to }) => to > from)
    .toSorted((one, other) => one.from - other.from);
  const of = (name: RecordedPart['recorder']) => played.filter(({ recorder }) => recorder === name);
  return { room: of('room'), coach: of('coach') };
}

/** The part that holds a moment; of two that do, as when a device was changed, the one that began later. */
export function partAt(parts: readonly PlayedPart[], at: number): PlayedPart | undefined {
  return parts.findLast(({ from, to }) => at >= from && at < to);
}

/** When anything is recorded again after a moment, in session time; undefined where nothing is. */
export function nextStart({ room, coach }: Recorded, at: number): number | undefined {
  const starts = [...room, ...coach].map(({ from }) => from).filter((from) => from > at);
  return starts.length === 0 ? undefined : Math.min(...starts);
}

/** When what is recorded first begins, in session time; undefined where nothing is. */
export function firstStart(recorded: Recorded): number | undefined {
  return nextStart(recorded, -Infinity);
}
