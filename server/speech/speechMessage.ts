import { z } from 'zod';

const Ms = z.int().nonnegative();

/** What the speech process says, one JSON object a line. Times are ms of the sound. */
export const SpeechMessage = z.discriminatedUnion('type', [
  /** How much of the sound it has heard. */
  z.object({ type: z.literal('progress'), heardMs: Ms }),
  /** A stretch `[from, to)` of speech, and its words where an engine was given. */
  z.object({ type: z.literal('speech'), from: Ms, to: Ms, text: z.string().max(10_000).optional() }),
  /** It has heard all; `engine` names what wrote the words. */
  z.object({ type: z.literal('finished'), heardMs: Ms, engine: z.string().optional() }),
  /** It gave up, in words for whoever set Earshot up. */
  z.object({ type: z.literal('failed'), words: z.string() }),
]);
export type SpeechMessage = z.infer<typeof SpeechMessage>;
