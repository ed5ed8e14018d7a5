import type { GapCause } from '#shared/domain/gapCauses.ts';
import { plannedEnd } from '../beginning.ts';
import type { SessionState } from '../sessionState.ts';
import { gapCausesIn } from '../sight/gapCauses.ts';
import { type SequenceRun, stepOf } from './sequenceRun.ts';

/** Messages for people while a sequence runs, or before one begins. Rules SEQ8 to SEQ12. */
export type SequenceBanner =
  | 'late-in-session'
  | 'long-procedure'
  | 'many-escapes'
  | 'very-long'
  | 'no-backup'
  | 'room-warning-due'
  /** A gap that is open. */
  | 'interrupted'
  /** A gap that is over: the procedure goes on as usual and is not scored. */
  | 'was-interrupted';

/** The gaps in a span of the session. */
function gapsWithin({ gaps }: Pick<SessionState, 'gaps'>, from: number, to: number): SessionState['gaps'] {
  return gaps.filter((gap) => gap.from <= to && (gap.to ?? Infinity) > from);
}

/** Whether there was a gap at any time in a span of the session. Rules WIN4, WIN5. */
export function wasCutOff(session: Pick<SessionState, 'gaps'>, from: number, to: number): boolean {
  return gapsWithin(session, from, to).length > 0;
}

/** The causes of each gap that spoils the running procedure. Rules WIN4, WIN5. */
export function lostIn(
  { context: { current } }: SequenceRun,
  session: SessionState,
  now: number,
): readonly (readonly GapCause[])[] {
  if (current === undefined) return [];
  const gaps = gapsWithin(session, current.from, Math.min(now, current.praiseBy ?? now));
  return gaps.map((gap) => gapCausesIn(session, gap));
}

export function bannersOf(run: SequenceRun, session: SessionState, now: number): readonly SequenceBanner[] {
  const { current, sequence, timeOuts } = run.context;
  const { lastCommandMs, escalation } = sequence;
  const step = stepOf(run);
  const escaped = step === 'escape' ? current?.timeOut?.escape : undefined;
  const isInterrupted = lostIn(run, session, now).length > 0;
  const isGapOpen = session.gaps.at(-1)?.to === undefined;
  const inTimeOutMs = timeOuts.reduce((sum, { from, to }) => sum + (to ?? now) - from, 0);
  const is: { readonly [B in SequenceBanner]: boolean } = {
    'no-backup': escaped === 'no-backup',
    'room-warning-due': escaped === 'room-warning',
    interrupted: isInterrupted && isGapOpen,
    'was-interrupted': isInterrupted && !isGapOpen,
    'many-escapes': (current?.timeOut?.escapes ?? 0) >= escalation.escapes,
    'very-long': inTimeOutMs > escalation.totalMs,
    'long-procedure': current !== undefined && now - current.from > escalation.procedureMs,
    'late-in-session': now >= plannedEnd(session) - lastCommandMs,
  };
  return BANNERS.filter((banner) => is[banner]);
}

/** The most urgent first. */
const BANNERS = [
  'no-backup',
  'room-warning-due',
  'interrupted',
  'many-escapes',
  'very-long',
  'long-procedure',
  'was-interrupted',
  'late-in-session',
] as const satisfies readonly SequenceBanner[];
