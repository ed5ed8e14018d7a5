import { z } from 'zod';

/** The server runs, and what is sent to it cannot be kept: why. */
export const Unwell = z.object({
  status: z.literal('cannot-save'),
  reason: z.enum(['disk-full', 'read-only', 'disk-failing']),
});
