import { createContext, use } from 'react';
import type { Program } from '#shared/domain/programs/program.ts';
import type { ImportResult, NewImport } from '#shared/protocol/imports.ts';
import type { Review, ReviewEntry } from '#shared/protocol/review.ts';
import type { SessionState } from '#shared/session/sessionState.ts';

/** A closed session as far as this reader may see it, folded, with functions that write to it. */
export type ReviewView = Pick<Review, 'session' | 'self' | 'sight'> & {
  readonly state: SessionState;
  readonly program: Program;
  /** Resolves when the entry is saved. Rejects with a failure that `problemOf` reads. */
  readonly enter: (entry: ReviewEntry) => Promise<void>;
  /** Attaches codings made elsewhere. Resolves to the result; rejects like `enter`. */
  readonly importCodings: (request: NewImport) => Promise<ImportResult>;
};

/** The recording's player, in session time (ms). Subscribe to its moment to avoid rendering each frame. */
export type Player = {
  readonly hasRecording: boolean;
  readonly now: () => number;
  readonly subscribe: (listener: () => void) => () => void;
  readonly isPlaying: () => boolean;
  readonly seek: (sessionMs: number) => void;
  /** Plays from 5 s before this moment. */
  readonly playAround: (sessionMs: number) => void;
  readonly play: () => void;
  readonly pause: () => void;
  /** Repeats a span; null stops repeating. */
  readonly loop: (span: readonly [number, number] | null) => void;
};

export const ReviewContext = createContext<{ readonly review: ReviewView; readonly player: Player } | undefined>(
  undefined,
);

/** The session under review and its player. Throws outside a review. */
export function useReview() {
  const context = use(ReviewContext);
  if (context === undefined) throw new Error('Not in a review.');
  return context;
}
