import { z } from 'zod';
import { GAP_CAUSES } from '#shared/domain/gapCauses.ts';
import { SessionTime } from './factDraft.ts';

/** What was lost in a gap. Rule WIN4. */
export const GapCauses = z.array(z.enum(GAP_CAUSES));

/** A span of session time (ms) in which a window's clock was paused, in a report. Rules WIN3, WIN4. */
export const ReportedStop = z.discriminatedUnion('why', [
  z.object({ why: z.literal('time-out'), from: SessionTime, to: SessionTime }),
  z.object({ why: z.literal('gap'), causes: GapCauses, from: SessionTime, to: SessionTime }),
]);
