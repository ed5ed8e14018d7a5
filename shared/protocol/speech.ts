import { z } from 'zod';

/** Whether a session's recording was searched for speech. Rule TRN3. */
export const SpeechStatus = z.discriminatedUnion('is', [
  /** Nobody has asked for it yet, or there is no recording. */
  z.object({ is: z.literal('none') }),
  /** Other recordings go first. */
  z.object({ is: z.literal('waiting') }),
  /** `share` of the recording has been searched, from 0 to 1. */
  z.object({ is: z.literal('running'), share: z.number().min(0).max(1) }),
  z.object({ is: z.literal('done') }),
  z.object({ is: z.literal('failed'), words: z.string() }),
]);
export type SpeechStatus = z.infer<typeof SpeechStatus>;
