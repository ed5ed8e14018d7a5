import { mediaTimeAt, sessionTimeAt } from '#shared/domain/recording/timeMap.ts';
import { takeAt, type PlayedTake } from './recordedTakes.ts';

/** A difference between the two tracks up to this is ignored, in ms: it is not heard as an echo. */
const DRIFT_LEFT_ALONE_MS = 80;

/** Beyond this difference the coach's track jumps, in ms. Below, it runs slightly faster or slower. */
const DRIFT_JUMPED_MS = 600;

/** By how much it runs faster or slower: pitch is preserved, and nobody hears it. */
const CATCHING_UP = 0.06;

type CoachSound =
  | { readonly is: 'silent' }
  | { readonly is: 'jump'; readonly take: PlayedTake; readonly seconds: number }
  | { readonly is: 'play'; readonly rate: number };

/**
 * What the coach's track must do while the room's track plays at a session time (ms): be silent if nothing was
 * recorded, jump, or play at a rate that keeps it in sync. `heard` is its position: the take and the second in it.
 */
export function coachSound(
  takes: readonly PlayedTake[],
  at: number,
  rate: number,
  heard: { readonly partId: string; readonly seconds: number } | undefined,
): CoachSound {
  const take = takeAt(takes, at);
  if (take === undefined) return { is: 'silent' };
  const seconds = Math.max(0, mediaTimeAt(take.timeMap, at)) / 1_000;
  if (heard?.partId !== take.partId) return { is: 'jump', take, seconds };
  const ahead = sessionTimeAt(take.timeMap, heard.seconds * 1_000) - at;
  if (Math.abs(ahead) > DRIFT_JUMPED_MS) return { is: 'jump', take, seconds };
  if (Math.abs(ahead) <= DRIFT_LEFT_ALONE_MS) return { is: 'play', rate };
  return { is: 'play', rate: rate * (ahead > 0 ? 1 - CATCHING_UP : 1 + CATCHING_UP) };
}
