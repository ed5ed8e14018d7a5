import { judge, sumOf, type Tally } from '#shared/domain/mastery.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { findTreatmentPhase, type Program } from '#shared/domain/programs/program.ts';
import type { FamilyFact, FamilyFactEntry } from '#shared/protocol/familyFacts.ts';
import type { FamilyRecord } from '#shared/protocol/http/families.ts';
import type { SessionReport } from '#shared/protocol/http/report.ts';
import { EntryId, FamilyId, ParticipantId, SessionId, WindowId, type CaregiverId } from '#shared/protocol/ids.ts';
import { CAREGIVER_A, CAREGIVER_B } from '#shared/session/testing/aSession.ts';

/** Builders for tests: a family of two caregivers, its record, and reports of its sessions. */
export const THERAPIST = { id: ParticipantId.parse('lead'), name: 'Noor' };
export const MARIA = { caregiverId: CAREGIVER_A, name: 'Maria' };
export const JON = { caregiverId: CAREGIVER_B, name: 'Jon' };

const id = (kind: number, n: number) =>
  `00000000-0000-4000-8${String(kind).padStart(3, '0')}-${String(n).padStart(12, '0')}`;
export const entryId = (n: number) => EntryId.parse(id(1, n));
const sessionId = (n: number) => SessionId.parse(id(2, n));

/** The date of each day of the course: day 1 is a Monday in March. */
export const day = (n: number) => new Date(Date.UTC(2026, 2, 1 + n)).toISOString().slice(0, 10);

/** Numbers the entries from 1: first the opening of the course, then one a minute on its first day. */
export function factsOf(entries: readonly FamilyFactEntry[], program: Program = PCIT): FamilyFact[] {
  const opened: FamilyFactEntry = {
    type: 'course.open',
    program: program.id,
    programVersion: program.version,
    clinicProgram: null,
  };
  return [opened, ...entries].map((entry, index) => {
    const at = new Date(Date.parse(day(1)) + index * 60_000).toISOString();
    return { seq: index + 1, at, by: THERAPIST, entry };
  });
}

type ReportedWindow = SessionReport['windows'][number];

/** A coded window with these counts, judged by the program. */
export function aReportedWindow(
  counts: Tally,
  over: Partial<ReportedWindow> = {},
  program: Program = PCIT,
): ReportedWindow {
  const kind = over.kind ?? program.phases[0].id;
  const phase = findTreatmentPhase(program, kind);
  const assessable = over.assessable ?? true;
  const criteria = (phase?.criteria ?? []).map((one) =>
    judge(one, one.of === 'count' ? sumOf(counts, one.codes) : null, assessable),
  );
  return {
    windowId: WindowId.parse(id(3, 1)),
    kind,
    caregiver: MARIA,
    from: 0,
    codedMs: 300_000,
    counts: { ...counts },
    assessable,
    mastered: assessable && criteria.length > 0 && criteria.every(({ result }) => result.is === 'met'),
    isMastery: true,
    criteria,
    goals: [],
    commands: null,
    outcomes: [],
    uncertain: [],
    ratios: [],
    standing: 'sound',
    voidWhy: null,
    gaps: [],
    stops: [],
    ratings: {},
    ...over,
  };
}

/** A session that was held to its end on a day of the course. */
export function aReport(n: number, over: Partial<SessionReport> = {}, program: Program = PCIT): SessionReport {
  return {
    sessionId: sessionId(n),
    familyName: 'Rivera',
    startedAt: `${day(n)}T10:00:00.000Z`,
    phase: 'closed',
    program: program.id,
    programVersion: program.version,
    edits: null,
    treatmentPhase: null,
    stage: null,
    windows: [],
    countsOutside: {},
    coach: null,
    ...over,
  };
}

/** A family's record. `entries` are those after the opening of the course. */
export function aFamilyRecord(
  over: Partial<Omit<FamilyRecord, 'family'>> & {
    readonly family?: Partial<FamilyRecord['family']>;
    readonly entries?: readonly FamilyFactEntry[];
    readonly program?: Program;
  } = {},
): FamilyRecord {
  const { family, entries = [], program = PCIT, ...rest } = over;
  return {
    family: {
      familyId: FamilyId.parse(id(4, 1)),
      name: 'Rivera',
      childInitials: 'L.',
      childBirthMonth: '2021-05',
      caregivers: [MARIA, JON],
      program: program.id,
      programVersion: program.version,
      clinicProgram: null,
      ...family,
    },
    facts: factsOf(entries, program),
    sessions: [],
    edits: null,
    timeZone: 'UTC',
    ...rest,
  };
}

/** A total of a measure, on a day of the course. */
export function aTotal(n: number, measureId: string, total: number, caregiverId: CaregiverId | null): FamilyFactEntry {
  return { type: 'measure.record', entryId: entryId(n), measureId, caregiverId, on: day(n), total };
}
