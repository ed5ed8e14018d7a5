import { skillToCoach } from '#shared/domain/coaching/skillToCoach.ts';
import { editProgramme } from '#shared/domain/programmes/programmeEdits.ts';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import { findStage } from '#shared/domain/course/findStage.ts';
import type { FamilyFactEntry } from '#shared/protocol/familyFacts.ts';
import type { FamilyRecord } from '#shared/protocol/http.ts';
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

/** The programme that a family's course runs under: as published, with what the clinic changed in its copy. Rule PRO2. */
export function programmeOfFamily({ edits }: Pick<FamilyRecord, 'edits'>, published: Programme): Programme {
  return editProgramme(published, edits === null ? undefined : readEdits(edits));
}

type Folded = ReturnType<typeof foldAnew>;
const folds = new WeakMap<
  FamilyRecord,
  { readonly published: Programme; readonly today: string; readonly folded: Folded }
>();

/** The course and what its gates look at on a day of the clinic, as a record stands. A record is folded once for all who ask. */
export function foldRecord(record: FamilyRecord, published: Programme, today: string): Folded {
  const known = folds.get(record);
  if (known?.published === published && known.today === today) return known.folded;
  const folded = foldAnew(record, published, today);
  folds.set(record, { published, today, folded });
  return folded;
}

function foldAnew(record: FamilyRecord, published: Programme, today: string) {
  const programme = programmeOfFamily(record, published);
  const standing = standingEntries(record.facts);
  const caregiverIds = record.family.caregivers.map(({ caregiverId }) => caregiverId);
  const course = foldCourse(record.facts, newCourse(caregiverIds, programme), programme);
  return { programme, standing, course, evidence: evidenceOf(record, standing, programme, today) };
}

/**
 * All that follows from a family's record and its sessions. `published` is the family's programme in the family's
 * version; the clinic's edits come with the record. `today` is the clinic's day.
 */
export function courseOf(record: FamilyRecord, published: Programme, today: string): CourseView {
  const { programme, standing, course, evidence } = foldRecord(record, published, today);
  const { family, facts, sessions } = record;
  return {
    programme: family.programme,
    programmeVersion: family.programmeVersion,
    clinicProgramme: family.clinicProgramme,
    standing: course.standing,
    stage: familyStage(course, programme),
    caregivers: course.caregivers.map((one) => caregiverCourse(one, family, programme, evidence)),
    next: nextSession(course, programme, evidence),
    levels: levelView(facts, { course, programme, evidence }),
    sessions: evidence.sessions.map(pastSession),
    observations: observationsOf(
      family.caregivers.map(({ caregiverId }) => caregiverId),
      programme,
      evidence,
    ),
    measures: evidence.measures,
    practice: entriesOf(standing, 'practice.log').toSorted((a, b) => a.on.localeCompare(b.on)),
    problems: problemsOf(standing),
    objectives: objectivesOf(standing, evidence, today),
    alerts: stallAlerts(course, { facts, standing, evidence, programme, timeZone: record.timeZone }),
    timeOut: timeOutOf({ facts, sessions }, programme),
    missed: entriesOf(standing, 'session.miss'),
    dropReasons: course.dropped,
    history: facts.toReversed(),
  };
}

function caregiverCourse(
  caregiver: CaregiverStage,
  { caregivers }: FamilyRecord['family'],
  programme: Programme,
  evidence: CourseEvidence,
): CaregiverCourse {
  const { caregiverId } = caregiver;
  const gate = gateOf(caregiver, programme, evidence);
  return {
    caregiverId,
    name: caregivers.find((one) => one.caregiverId === caregiverId)?.name ?? '',
    stage: findStage(programme, caregiver.stage) ?? programme.course[0],
    metIn: metIn(caregiverId, programme, evidence),
    confident: evidence.confidence.findLast((one) => one.caregiverId === caregiverId)?.confident,
    gate,
    gateMet: isMet(gate),
    coachNext: skillToCoach(windowsOf(evidence.sessions, caregiverId)),
  };
}

function metIn(
  caregiverId: CaregiverId,
  { phases }: Programme,
  { sessions }: CourseEvidence,
): CaregiverCourse['metIn'] {
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
