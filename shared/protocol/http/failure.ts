import { z } from 'zod';

/** Every HTTP failure: for people, without internals. */
export const HttpFailure = z.object({ error: z.string() });
export type HttpFailure = z.infer<typeof HttpFailure>;
