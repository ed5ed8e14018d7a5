import { useCallback, useMemo } from 'react';
import { UtteranceId } from '#shared/protocol/ids.ts';
import { transcriptLines } from '#shared/session/review/transcriptLines.ts';
import { useReview } from '../reviewContext.ts';
import { TranscriptPanel } from './TranscriptPanel.tsx';
import type { WrittenUtterance } from './transcriptProps.ts';
import { useSpeech } from './useSpeech.ts';

/** The transcript of the session under review, beside its player. */
export function TranscriptTab() {
  const { review, player } = useReview();
  const { state, program, session, enter } = review;
  const lines = useMemo(() => transcriptLines(state, program, endOf(state.phases)), [state, program]);
  const { speech, findSpeech } = useSpeech(session.sessionId, player.hasRecording);

  const write = useCallback(
    ({ utteranceId, at, stream, text, codeId }: WrittenUtterance) =>
      enter({
        type: 'utterance.write',
        utteranceId: utteranceId ?? UtteranceId.parse(crypto.randomUUID()),
        heardAt: at,
        speaker: stream,
        text,
        codeId,
      }),
    [enter],
  );

  return (
    <TranscriptPanel
      lines={lines}
      program={program}
      now={player}
      onPlay={player.playAround}
      onWrite={write}
      speech={speech}
      onFindSpeech={findSpeech}
    />
  );
}

/** A session under review is over: it ended with its last phase. */
function endOf(phases: readonly { readonly since: number }[]): number {
  return phases.at(-1)?.since ?? 0;
}
