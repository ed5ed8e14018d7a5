/** Writes down what was said, on this machine. Nothing leaves it. */
export type SpeechToText = {
  /** The name in transcripts: the engine and its model. */
  readonly name: string;
  /** The words of one span of speech, or '' for none. `pcm` is mono, from -1 to 1. */
  transcribe(pcm: Float32Array, sampleRate: number): Promise<string>;
};

/** The folder or the model in it cannot be used. The message is for the person who set `SPEECH_MODEL`. */
export class SpeechModelError extends Error {
  override readonly name = 'SpeechModelError';
}
