import { z } from 'zod';

/** A share from 0 to 1; null if there was nothing to divide by. */
export const share = z.number().min(0).max(1).nullable();

/** The figures of a window's commands. Rules PDI1 to PDI4. */
export const CommandFigures = z.object({
  commands: z.int().nonnegative(),
  directCommands: z.int().nonnegative(),
  effective: z.int().nonnegative(),
  followUpDue: z.int().nonnegative(),
  followUpCorrect: z.int().nonnegative(),
  pctEffective: share,
  pctFollowThrough: share,
});

/** The outcome of one command, with the reason. Rules PDI1 to PDI4. */
export const CommandOutcome = z.object({
  at: z.number().nonnegative(),
  code: z.string(),
  response: z.string().nullable(),
  outcome: z.discriminatedUnion('is', [
    z.object({ is: z.literal('correct') }),
    z.object({ is: z.literal('near'), due: z.string(), said: z.string() }),
    z.object({
      is: z.literal('incorrect'),
      due: z.string(),
      said: z.string(),
      why: z.enum(['instead', 'late', 'talk', 'early']),
    }),
    z.object({ is: z.literal('not-due'), why: z.enum(['stopped', 'unfinished', 'watched']) }),
    z.object({ is: z.literal('void') }),
    z.object({ is: z.literal('open') }),
    z.object({ is: z.literal('no-chance'), interrupted: z.boolean() }),
    z.object({ is: z.literal('not-effective'), why: z.enum(['indirect', 'judged']) }),
  ]),
});
