import { skillToCoach } from '#shared/domain/coaching/skillToCoach.ts';
import { editProgram } from '#shared/domain/programs/programEdits.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import { findStage } from '#shared/domain/course/findStage.ts';
import type { FamilyFactEntry } from '#shared/protocol/familyFacts.ts';
import type { FamilyRecord } from '#shared/protocol/http/families.ts';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import { readEdits } from '#shared/session/readEdits.ts';
import { evidenceOf, firstMetIn, windowsOf, type CourseEvidence } from './courseEvidence.ts';
import { gateOf, isMet } from './courseGate.ts';
import { familyStage, foldCourse, newCourse, type CaregiverStage } from './courseState.ts';
import type { CaregiverCourse, CourseView, PastSession, TopProblem } from './courseView.ts';
import { levelView } from './levelOf.ts';
import { nextSession } from './nextSession.ts';
import { objectivesOf } from './objectives.ts';
import { observationsOf } from './observations.ts';
import { stallAlerts } from './stallAlerts.ts';
import { entriesOf, standingEntries } from './standingEntries.ts';
import { timeOutOf } from './timeOutOf.ts';

/** The program of a family's course: as published, with the clinic's changes in its copy. Rule PRO2. */
export function programOfFamily({ edits }: Pick<FamilyRecord, 'edits'>, published: Program): Program {
  return editProgram(published, edits === null ? undefined : readEdits(edits));
}

type Folded = ReturnType<typeof foldAnew>;
const folds = new WeakMap<
  FamilyRecord,
  { readonly published: Program; readonly today: string; readonly folded: Folded }
>();

/** The course and the evidence for its gates on a clinic day. Each record is folded once for all requests. */
export function foldRecord(record: FamilyRecord, published: Program, today: string): Folded {
  const known = folds.get(record);
  if (known?.published === published && known.today === today) return known.folded;
  const folded = foldAnew(record, published, today);
  folds.set(record, { published, today, folded });
  return folded;
}

function foldAnew(record: FamilyRecord, published: Program, today: string) {
  const program = programOfFamily(record, published);
  const standing = standingEntries(record.facts);
  const caregiverIds = record.family.caregivers.map(({ caregiverId }) => caregiverId);
  const course = foldCourse(record.facts, newCourse(caregiverIds, program), program);
  return { program, standing, course, evidence: evidenceOf(record, standing, program, today) };
}

/** All that follows from a record and its sessions, under the program version as published, on the clinic's day. */
export function courseOf(record: FamilyRecord, published: Program, today: string): CourseView {
  const { program, standing, course, evidence } = foldRecord(record, published, today);
  const { family, facts, sessions } = record;
  return {
    program: family.program,
    programVersion: family.programVersion,
    clinicProgram: family.clinicProgram,
    standing: course.standing,
    stage: familyStage(course, program),
    caregivers: course.caregivers.map((one) => caregiverCourse(one, family, program, evidence)),
    next: nextSession(course, program, evidence),
    levels: levelView(facts, { course, program, evidence }),
    sessions: evidence.sessions.map(pastSession),
    observations: observationsOf(
      family.caregivers.map(({ caregiverId }) => caregiverId),
      program,
      evidence,
    ),
    measures: evidence.measures,
    practice: entriesOf(standing, 'practice.log').toSorted((a, b) => a.on.localeCompare(b.on)),
    problems: problemsOf(standing),
    objectives: objectivesOf(standing, evidence, today),
    alerts: stallAlerts(course, { facts, standing, evidence, program, timeZone: record.timeZone }),
    timeOut: timeOutOf({ facts, sessions }, program),
    missed: entriesOf(standing, 'session.miss'),
    dropReasons: course.dropped,
    history: facts.toReversed(),
  };
}

function caregiverCourse(
  caregiver: CaregiverStage,
  { caregivers }: FamilyRecord['family'],
  program: Program,
  evidence: CourseEvidence,
): CaregiverCourse {
  const { caregiverId } = caregiver;
  const gate = gateOf(caregiver, program, evidence);
  return {
    caregiverId,
    name: caregivers.find((one) => one.caregiverId === caregiverId)?.name ?? '',
    stage: findStage(program, caregiver.stage) ?? program.course[0],
    metIn: metIn(caregiverId, program, evidence),
    confident: evidence.confidence.findLast((one) => one.caregiverId === caregiverId)?.confident,
    gate,
    gateMet: isMet(gate),
    coachNext: skillToCoach(windowsOf(evidence.sessions, caregiverId)),
  };
}

function metIn(caregiverId: CaregiverId, { phases }: Program, { sessions }: CourseEvidence): CaregiverCourse['metIn'] {
  return Object.fromEntries(phases.map(({ id }) => [id, firstMetIn(sessions, id, caregiverId)?.sessionId]));
}

function pastSession({ sessionId, on, stage, windows }: CourseEvidence['sessions'][number]): PastSession {
  return {
    sessionId,
    on,
    stage,
    windows: windows.map(({ kind, caregiver, assessable, mastered, criteria, goals }) => {
      return { kind, caregiverId: caregiver.caregiverId, assessable, mastered, criteria, goals };
    }),
  };
}

function problemsOf(standing: readonly FamilyFactEntry[]): readonly TopProblem[] {
  const ratings = entriesOf(standing, 'problem.rate').toSorted((a, b) => a.on.localeCompare(b.on));
  return entriesOf(standing, 'problem.name').map(({ entryId, text }) => ({
    problem: entryId,
    text,
    ratings: ratings.filter(({ problem }) => problem === entryId).map(({ on, rating }) => ({ on, rating })),
  }));
}
