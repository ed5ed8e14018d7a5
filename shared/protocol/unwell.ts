import { z } from 'zod';

/** The server runs but cannot store anything: why. */
export const Unwell = z.object({
  status: z.literal('cannot-save'),
  reason: z.enum(['disk-full', 'read-only', 'disk-failing']),
});
