import type { Program } from '#shared/domain/programs/program.ts';
import type { CodeId, UtteranceId } from '#shared/protocol/ids.ts';
import type { SpeechStatus } from '#shared/protocol/speech.ts';
import type { TranscriptLine } from '#shared/session/review/transcriptLine.ts';

/** The player's position, for marking the line at the playhead without rendering the list. */
type Playhead = {
  /** Session time in ms. */
  readonly now: () => number;
  /** Called when `now` has changed, at any rate. Returns a stop function. */
  readonly subscribe: (listener: () => void) => () => void;
};

/** Words that somebody typed on a line. Empty removes them. */
export type WrittenUtterance = {
  /** The utterance being changed. Undefined for a new one. */
  readonly utteranceId: UtteranceId | undefined;
  readonly at: number;
  readonly stream: 'parent' | 'child' | 'coach';
  readonly text: string;
  readonly codeId: CodeId | null;
};

export type TranscriptPanelProps = {
  /** From `transcriptLines`. The same list while nothing changes. */
  readonly lines: readonly TranscriptLine[];
  readonly program: Program;
  readonly now: Playhead;
  /** Plays a line, by its time. The player starts slightly earlier. */
  readonly onPlay: (at: number) => void;
  /** Saves typed words. Undefined if this person may not write. Rejects with a message if saving failed. */
  readonly onWrite: ((utterance: WrittenUtterance) => Promise<void>) | undefined;
  /** Status of the transcription. Undefined while unknown, or if nothing was recorded. */
  readonly speech: SpeechStatus | undefined;
  /** Requests the transcription. Undefined if this person may not. */
  readonly onFindSpeech: (() => void) | undefined;
};
