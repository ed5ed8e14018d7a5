import { mediaTimeAt, sessionTimeAt } from '#shared/domain/recording/timeMap.ts';
import { partAt, type PlayedPart } from './recordedParts.ts';

/** So far apart the two tracks may run before anything is done about it, in ms: less is not heard as an echo. */
const DRIFT_LEFT_ALONE_MS = 80;

/** Further apart than this the coach's track jumps, in ms; below it, it runs a little faster or slower. */
const DRIFT_JUMPED_MS = 600;

/** By how much it then runs faster or slower: voices keep their pitch, and nobody hears this little. */
const CATCHING_UP = 0.06;

type CoachSound =
  | { readonly is: 'silent' }
  /** To be brought to `seconds` of this part. */
  | { readonly is: 'jump'; readonly part: PlayedPart; readonly seconds: number }
  | { readonly is: 'play'; readonly rate: number };

/**
 * What the coach's track should do while the room's plays at a moment of session time (ms): be silent where it was not
 * recorded, jump, or play at a rate that keeps it in step. `heard` is where it is: of which part, and at which second.
 */
export function coachSound(
  parts: readonly PlayedPart[],
  at: number,
  rate: number,
  heard: { readonly partId: string; readonly seconds: number } | undefined,
): CoachSound {
  const part = partAt(parts, at);
  if (part === undefined) return { is: 'silent' };
  const seconds = Math.max(0, mediaTimeAt(part.timeMap, at)) / 1_000;
  if (heard?.partId !== part.partId) return { is: 'jump', part, seconds };
  const ahead = sessionTimeAt(part.timeMap, heard.seconds * 1_000) - at;
  if (Math.abs(ahead) > DRIFT_JUMPED_MS) return { is: 'jump', part, seconds };
  if (Math.abs(ahead) <= DRIFT_LEFT_ALONE_MS) return { is: 'play', rate };
  return { is: 'play', rate: rate * (ahead > 0 ? 1 - CATCHING_UP : 1 + CATCHING_UP) };
}
