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
  /** Progress of loading the list of takes. `none` if the log says that nothing was recorded. */
  readonly recording: 'none' | 'asked' | 'known' | 'unknown';
  /** Whether there is more, which may not be played as the family’s consents are now. Rule CNS4. */
  readonly isWithheld: boolean;
  readonly askAgain: () => void;
};

/** A session's player and its recording, which is requested only if the log says there is one. */
export function usePlayer(sessionId: SessionId, state: SessionState): SessionPlayer {
  const wasRecorded = state.recording.spans.length > 0;
  const answer = useQuery({
    // Asked again after a consent was withdrawn, because less may then be played.
    queryKey: ['recording', sessionId, state.recording.withdrawn.length],
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
  return { player, recording, isWithheld: answer.data?.isWithheld === true, askAgain: () => void answer.refetch() };
}
