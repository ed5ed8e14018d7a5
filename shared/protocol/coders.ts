import { z } from 'zod';
import { SessionId } from './ids.ts';
import { KnownName } from './names.ts';

/** One window that a coder and a reference both coded. Rules REL2, REL9. */
export const CoderComparison = z.object({
  id: z.string(),
  sessionId: SessionId,
  familyName: KnownName,
  /** When its session began, as an ISO instant. */
  startedAt: z.iso.datetime(),
  program: z.string(),
  programVersion: z.string(),
  kind: z.string(),
  against: KnownName,
  eventAgreement: z.number().min(0).max(1).nullable(),
  /** How many events were compared. */
  events: z.int().nonnegative(),
  independent: z.boolean(),
  medium: z.enum(['live', 'recorded', 'live and recorded']),
  /** How often each coder gave each code. */
  counts: z.array(z.object({ code: z.string(), reference: z.int().nonnegative(), trainee: z.int().nonnegative() })),
});
export type CoderComparison = z.infer<typeof CoderComparison>;

/** A coder with every window in which their codes were compared, oldest first. */
export const CoderHistory = z.object({
  coderId: z.string(),
  name: KnownName,
  comparisons: z.array(CoderComparison),
});
export type CoderHistory = z.infer<typeof CoderHistory>;
