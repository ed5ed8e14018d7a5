import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { SessionId } from '#shared/protocol/ids.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import { createPlayer, type ReviewPlayer } from './createPlayer.ts';
import { NOTHING_TO_PLAY, recordedOf } from './recordedTakes.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { call } from '#client/api/http.ts';

const BROWSER_TIME = {
  now: () => performance.now(),
  nextFrame: (callback: () => void) => {
    const frame = requestAnimationFrame(callback);
    return () => cancelAnimationFrame(frame);
  },
};

export type SessionPlayer = {
  readonly player: ReviewPlayer;
  /** How far it is with asking what was recorded; `none` where the log says that nothing was. */
  readonly recording: 'none' | 'asked' | 'known' | 'unknown';
  readonly askAgain: () => void;
};

/** A session's player, with what is known of its recording: asked for only where the log says that there is one. */
export function usePlayer(sessionId: SessionId, state: SessionState): SessionPlayer {
  const wasRecorded = state.recording.stretches.length > 0;
  const answer = useQuery({
    // What may be played is asked anew when a consent was taken back.
    queryKey: ['recording', sessionId, state.recording.takenBack.length],
    queryFn: () => call('recording:read', { sessionId }),
    staleTime: Infinity,
    enabled: wasRecorded,
  });

  const endsAt = state.phases.at(-1)?.since ?? 0;
  const beganAt = state.phases.find(({ phase }) => phase === 'check-in')?.since;
  const player = useMemo(
    (): ReviewPlayer =>
      createPlayer({
        recorded: answer.data === undefined ? NOTHING_TO_PLAY : recordedOf(answer.data),
        endsAt,
        ...(answer.data === undefined && beganAt !== undefined && { startAt: beganAt }),
        urlOf: (partId) => pathOf('recording:play', { sessionId, partId }),
        ...BROWSER_TIME,
      }),
    [sessionId, answer.data, endsAt, beganAt],
  );
  useEffect(() => player.pause, [player]);

  const recording = !wasRecorded ? 'none' : answer.isPending ? 'asked' : answer.isError ? 'unknown' : 'known';
  return { player, recording, askAgain: () => void answer.refetch() };
}
