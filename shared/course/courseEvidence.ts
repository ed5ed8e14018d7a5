import { clinicDay } from '#shared/domain/clinicDay.ts';
import { findStage } from '#shared/domain/course/findStage.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { FamilyFactEntry } from '#shared/protocol/familyFacts.ts';
import type { FamilyRecord } from '#shared/protocol/http/families.ts';
import type { SessionReport } from '#shared/protocol/http/report.ts';
import type { CaregiverId, SessionId } from '#shared/protocol/ids.ts';
import { entriesOf, type EntryOf } from './standingEntries.ts';

export type ReportedWindow = SessionReport['windows'][number];

/** What the course needs to know about a session that was held to its end. */
export type HeldSession = {
  readonly sessionId: SessionId;
  readonly startedAt: string;
  /** The clinic's day. */
  readonly on: string;
  readonly stage: string | null;
  readonly windows: readonly ReportedWindow[];
};

/** What the gates of a course check: the sessions held, and the standing entries of the family's record. */
export type CourseEvidence = {
  /** The clinic's day of the check. Totals that are too old on this day no longer count. */
  readonly today: string;
  readonly sessions: readonly HeldSession[];
  readonly measures: readonly EntryOf<'measure.record'>[];
  readonly confidence: readonly EntryOf<'confidence.judge'>[];
};

export const NO_EVIDENCE: CourseEvidence = { today: '', sessions: [], measures: [], confidence: [] };

/** What the gates check, by the clinic's days, from the entries that were not withdrawn, oldest first. */
export function evidenceOf(
  { sessions: reports, timeZone }: Pick<FamilyRecord, 'sessions' | 'timeZone'>,
  standing: readonly FamilyFactEntry[],
  program: Program,
  today: string,
): CourseEvidence {
  return {
    today,
    sessions: reports
      .filter((report) => report.phase === 'closed' && report.program === program.id)
      .toSorted((a, b) => a.startedAt.localeCompare(b.startedAt))
      .map(({ sessionId, startedAt, windows, ...report }) => {
        const stage = stageOf({ ...report, windows }, program);
        return { sessionId, startedAt, on: clinicDay(startedAt, timeZone), stage, windows };
      }),
    measures: entriesOf(standing, 'measure.record').toSorted((a, b) => a.on.localeCompare(b.on)),
    confidence: entriesOf(standing, 'confidence.judge'),
  };
}

/** The stage that a session was for. For a session from before courses were kept, its coding decides. */
function stageOf({ stage, windows }: Pick<SessionReport, 'stage' | 'windows'>, program: Program): string | null {
  if (stage !== null) return findStage(program, stage)?.id ?? null;
  const kind = windows[0]?.kind;
  return program.course.find((one) => one.kind === 'coach' && one.phase === kind)?.id ?? null;
}

/** The session in which a caregiver first met a phase's criteria (as they were in that session), or undefined. */
export function firstMetIn(
  sessions: readonly HeldSession[],
  phase: string,
  caregiverId: CaregiverId,
): HeldSession | undefined {
  return sessions.find(({ windows }) =>
    windows.some(({ kind, caregiver, mastered }) => {
      return kind === phase && caregiver.caregiverId === caregiverId && mastered;
    }),
  );
}

export function windowsOf(sessions: readonly HeldSession[], caregiverId: CaregiverId): readonly ReportedWindow[] {
  return sessions.flatMap(({ windows }) => windows).filter(({ caregiver }) => caregiver.caregiverId === caregiverId);
}

/** One caregiver's windows of a treatment phase that can be judged, oldest first. */
export function assessedWindows(
  sessions: readonly HeldSession[],
  phase: string,
  caregiverId: CaregiverId,
): readonly (ReportedWindow & { readonly on: string })[] {
  return sessions.flatMap(({ on, windows }) =>
    windows
      .filter((one) => one.kind === phase && one.caregiver.caregiverId === caregiverId && one.assessable)
      .map((one) => ({ ...one, on })),
  );
}

/** A caregiver's own last total of a measure. Another person's total about the child is not theirs. Rule MEA7. */
export function lastTotal(
  measures: CourseEvidence['measures'],
  measureId: string,
  caregiverId: CaregiverId,
): EntryOf<'measure.record'> | undefined {
  return measures.findLast((one) => one.measureId === measureId && one.caregiverId === caregiverId);
}
