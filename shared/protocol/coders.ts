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

/** Somebody whose codes were compared. Whoever is known from an imported file alone has no account. */
export const Coder = z.object({ coderId: z.string(), name: KnownName });
export type Coder = z.infer<typeof Coder>;

/** One page each. `next` is the `after` of the next page; null on the last. */
export const Coders = z.object({ coders: z.array(Coder), next: z.string().nullable() });
export const CoderComparisons = z.object({ comparisons: z.array(CoderComparison), next: z.string().nullable() });
