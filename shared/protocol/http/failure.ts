import { z } from 'zod';

/**
 * Every HTTP failure: for people, without internals. `needs`: what a sign-in lacks for this request, so that a page can
 * ask for it.
 */
export const HttpFailure = z.object({ error: z.string(), needs: z.enum(['second-factor', 'confirmation']).optional() });
export type HttpFailure = z.infer<typeof HttpFailure>;
