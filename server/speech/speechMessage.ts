import { z } from 'zod';

const Ms = z.int().nonnegative();

/** A message of the speech process, one JSON object per line. Times are ms of the sound. */
export const SpeechMessage = z.discriminatedUnion('type', [
  /** How much of the sound is done. */
  z.object({ type: z.literal('progress'), heardMs: Ms }),
  /** A span `[from, to)` of speech, with its words if an engine was given. */
  z.object({ type: z.literal('speech'), from: Ms, to: Ms, text: z.string().max(10_000).optional() }),
  /** All of the sound is done. `engine` names what wrote the words. */
  z.object({ type: z.literal('finished'), heardMs: Ms, engine: z.string().optional() }),
  /** It gave up, with a message for the person who set up Earshot. */
  z.object({ type: z.literal('failed'), words: z.string() }),
]);
export type SpeechMessage = z.infer<typeof SpeechMessage>;
