import { sessionTimeAt } from '#shared/domain/recording/timeMap.ts';
import { type Sense, SENSES } from '#shared/domain/sight.ts';
import type { RecordedTake, RecordingHole, SessionRecording } from '#shared/protocol/recording.ts';

/** A take of a recording with its span `[from, to)` of session time, in ms. */
export type PlayedTake = RecordedTake & { readonly from: number; readonly to: number };

/** The takes of the room's picture and sound and of the coach's voice, sorted by start. */
export type Recorded = {
  readonly room: readonly PlayedTake[];
  readonly coach: readonly PlayedTake[];
  /** Spans in which a file of the room continues without picture or sound. */
  readonly holes: readonly RecordingHole[];
};

export const NOTHING_TO_PLAY: Recorded = { room: [], coach: [], holes: [] };

/** The takes by recorder, with their times. Empty ones are left out. */
export function recordedOf({ takes, holes }: SessionRecording): Recorded {
  const played = takes
    .map((take) => ({
      ...take,
      from: sessionTimeAt(take.timeMap, 0),
      to: sessionTimeAt(take.timeMap, take.durationMs),
    }))
    .filter(({ from, to }) => to > from)
    .toSorted((one, other) => one.from - other.from);
  const of = (name: RecordedTake['recorder']) => played.filter(({ recorder }) => recorder === name);
  return { room: of('room'), coach: of('coach'), holes };
}

/** The take that contains a moment. If two do, as after a change of device, the one that began later. */
export function takeAt(takes: readonly PlayedTake[], at: number): PlayedTake | undefined {
  return takes.findLast(({ from, to }) => at >= from && at < to);
}

/** When recording starts again after a moment, in session time. Undefined if it does not. */
export function nextStart({ room, coach }: Recorded, at: number): number | undefined {
  const starts = [...room, ...coach].map(({ from }) => from).filter((from) => from > at);
  return starts.length === 0 ? undefined : Math.min(...starts);
}

/** What the room's recording lacks at a moment of the session. Rule RCD3. */
export function lacksAt({ room, holes }: Recorded, at: number): readonly Sense[] {
  if (takeAt(room, at) === undefined) return SENSES;
  return SENSES.filter((sense) => holes.some(({ what, from, to }) => what === sense && at >= from && at < to));
}

/** A span `[from, to)` of session time (ms) in which nothing, no picture or no sound of the room was recorded. */
export type Unrecorded = { readonly from: number; readonly to: number; readonly lacks: readonly Sense[] };

/** Gaps between two files up to this length are ignored, in ms. */
const SEAM_MS = 500;

/** The unrecorded spans of a session. Empty if nothing of the room was recorded at all. Rule RCD3. */
export function unrecordedIn(recorded: Recorded, endsAt: number): readonly Unrecorded[] {
  const { room, holes } = recorded;
  if (room.length === 0) return [];
  const within = [...room, ...holes].flatMap(({ from, to }) => [from, to]).filter((at) => at > 0 && at < endsAt);
  const bounds = [...new Set([0, ...within, endsAt])].toSorted((one, other) => one - other);
  const found: Unrecorded[] = [];
  for (const [index, from] of bounds.slice(0, -1).entries()) {
    const to = bounds[index + 1] ?? endsAt;
    const lacks = lacksAt(recorded, from);
    const last = found.at(-1);
    if (last?.to === from && last.lacks.join() === lacks.join()) found[found.length - 1] = { ...last, to };
    else if (lacks.length > 0) found.push({ from, to, lacks });
  }
  return found.filter(({ from, to }) => to - from >= SEAM_MS);
}

/** When the first recording starts, in session time. Undefined if there is none. */
export function firstStart(recorded: Recorded): number | undefined {
  return nextStart(recorded, -Infinity);
}
