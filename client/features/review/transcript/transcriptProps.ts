import type { Program } from '#shared/domain/programs/program.ts';
import type { CodeId, UtteranceId } from '#shared/protocol/ids.ts';
import type { SpeechStatus } from '#shared/protocol/speech.ts';
import type { TranscriptLine } from '#shared/session/review/transcriptLine.ts';

/** Where the player is, for what marks the line at the playhead without drawing the list again. */
type Playhead = {
  /** Session time in ms. */
  readonly now: () => number;
  /** Calls when `now` has changed, as often as it likes. Returns how to stop listening. */
  readonly subscribe: (listener: () => void) => () => void;
};

/** Words that somebody typed on a line; empty takes them back. */
export type WrittenUtterance = {
  /** Of the words that are worded anew, or undefined for new ones. */
  readonly utteranceId: UtteranceId | undefined;
  readonly at: number;
  readonly stream: 'parent' | 'child' | 'coach';
  readonly text: string;
  readonly codeId: CodeId | null;
};

export type TranscriptPanelProps = {
  /** Of `transcriptLines`; the same list as long as nothing changed. */
  readonly lines: readonly TranscriptLine[];
  readonly program: Program;
  readonly now: Playhead;
  /** A line was chosen to be played, at its time; the player begins a little before. */
  readonly onPlay: (at: number) => void;
  /** Keeps typed words. Undefined where this person may not write. Rejects with words where it could not be kept. */
  readonly onWrite: ((utterance: WrittenUtterance) => Promise<void>) | undefined;
  /** Whether the recording was listened to for speech; undefined while that is not known, or where nothing was recorded. */
  readonly speech: SpeechStatus | undefined;
  /** Asks for it. Undefined where this person may not. */
  readonly onFindSpeech: (() => void) | undefined;
};
