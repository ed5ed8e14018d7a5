import { useEffect, useSyncExternalStore } from 'react';
import type { Span } from '#shared/domain/codingWindow.ts';
import { type ReviewPlayer, STEP_MS } from '../player/createPlayer.ts';

/** Closer to its end than this, in ms, a span is over: the frame shown may be slightly earlier. */
const NEAR_END_MS = 100;

export type SpanRun = {
  readonly isPlaying: boolean;
  readonly isOver: boolean;
  readonly playOrPause: () => void;
  readonly back: () => void;
  readonly goTo: (sessionMs: number) => void;
};

/** Keeps the player inside one span of the session and stops it at the end. */
export function useSpan(player: ReviewPlayer, [from, to]: Span): SpanRun {
  const isPlaying = useSyncExternalStore(player.subscribeStatus, () => player.status().isPlaying);
  const isOver = useSyncExternalStore(player.subscribe, () => player.now() >= to - NEAR_END_MS);
  const goTo = (at: number) => player.seek(Math.min(Math.max(at, from), to));

  useEffect(() => {
    player.loop(null);
    player.seek(from);
    const stop = player.subscribe(() => {
      if (player.isPlaying() && player.now() >= to) player.pause();
    });
    return () => {
      stop();
      player.pause();
    };
  }, [player, from, to]);

  return {
    isPlaying,
    isOver,
    goTo,
    back: () => goTo(player.now() - STEP_MS),
    playOrPause() {
      if (player.isPlaying()) {
        player.pause();
        return;
      }
      if (player.now() >= to - NEAR_END_MS) goTo(from);
      player.play();
    },
  };
}
