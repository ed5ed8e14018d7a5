import type { SessionState } from '../sessionState.ts';
import { type SequenceRun, stepOf } from './sequenceRun.ts';

/** What somebody should know while a sequence runs, or before one begins. Rules SEQ8 to SEQ12. */
export type SequenceBanner =
  | 'late-in-session'
  | 'long-procedure'
  | 'many-escapes'
  | 'very-long'
  | 'no-backup'
  | 'room-warning-due'
  | 'interrupted';

/** Whether the family's room or the lead coach was cut off at any time in a stretch of the session. */
export function wasCutOff({ gaps }: Pick<SessionState, 'gaps'>, from: number, to: number): boolean {
  return gaps.some((gap) => gap.from <= to && (gap.to ?? Infinity) > from);
}

export function bannersOf(run: SequenceRun, session: SessionState, now: number): readonly SequenceBanner[] {
  const { current, sequence, timeOuts } = run.context;
  const { lastCommandMs, escalation } = sequence;
  const step = stepOf(run);
  const escaped = step === 'escape' ? current?.timeOut?.escape : undefined;
  const inTimeOutMs = timeOuts.reduce((sum, { from, to }) => sum + (to ?? now) - from, 0);
  const is: { readonly [B in SequenceBanner]: boolean } = {
    'no-backup': escaped === 'no-backup',
    'room-warning-due': escaped === 'room-warning',
    interrupted: current !== undefined && wasCutOff(session, current.from, Math.min(now, current.praiseBy ?? now)),
    'many-escapes': (current?.timeOut?.escapes ?? 0) >= escalation.escapes,
    'very-long': inTimeOutMs > escalation.totalMs,
    'long-procedure': current !== undefined && now - current.from > escalation.procedureMs,
    'late-in-session': now >= session.plannedMs - lastCommandMs,
  };
  return BANNERS.filter((banner) => is[banner]);
}

/** The most pressing first. */
const BANNERS = [
  'no-backup',
  'room-warning-due',
  'interrupted',
  'many-escapes',
  'very-long',
  'long-procedure',
  'late-in-session',
] as const satisfies readonly SequenceBanner[];
