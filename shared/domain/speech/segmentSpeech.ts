import type { Span } from '../codingWindow.ts';

/** The model's input at a time: 512 samples at 16 kHz. */
export const FRAME_MS = 32;

/** When speech begins, continues and ends. Rule TRN3. */
export const SPEECH_LIMITS = {
  /** A frame with at least this probability is speech. */
  speech: 0.5,
  /** A frame below this probability is quiet. A frame between the two keeps the previous state. */
  quiet: 0.35,
  /** Speech ends with a pause of this length, in ms: a coder then hears two utterances. */
  pauseMs: 200,
  /** Shorter sounds, in ms, are a click or a block on the table. */
  shortestMs: 96,
} as const;

/** The state between two frames. Times are ms of the sound. */
type SegmenterState = {
  readonly frames: number;
  /** Where the current speech began, and where its last frame ended. */
  readonly speech: { readonly from: number; readonly until: number } | undefined;
};

export const NO_FRAMES: SegmenterState = { frames: 0, speech: undefined };

/** The state after one more frame, and the span of speech that a pause has just ended. Rule TRN3. */
export function addFrame(
  { frames, speech }: SegmenterState,
  probability: number,
): { readonly state: SegmenterState; readonly ended: Span | undefined } {
  const [from, to] = [frames * FRAME_MS, (frames + 1) * FRAME_MS];
  const next = { frames: frames + 1 };
  if (goesOn(speech, from, probability)) {
    return { state: { ...next, speech: { from: speech?.from ?? from, until: to } }, ended: undefined };
  }
  if (speech === undefined || to - speech.until < SPEECH_LIMITS.pauseMs) {
    return { state: { ...next, speech }, ended: undefined };
  }
  return { state: { ...next, speech: undefined }, ended: longEnough(speech) };
}

/** The span of speech that the end of the sound cut off, if any. */
export function finishSpeech({ speech }: SegmenterState): Span | undefined {
  return speech && longEnough(speech);
}

/** During a pause, only a frame that is surely speech resumes it. */
function goesOn(speech: SegmenterState['speech'], frameFrom: number, probability: number): boolean {
  if (probability >= SPEECH_LIMITS.speech) return true;
  return speech?.until === frameFrom && probability >= SPEECH_LIMITS.quiet;
}

function longEnough({ from, until }: NonNullable<SegmenterState['speech']>): Span | undefined {
  return until - from >= SPEECH_LIMITS.shortestMs ? [from, until] : undefined;
}
