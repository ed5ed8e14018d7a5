import { findStage, placeOf } from '#shared/domain/course/findStage.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import type { EntryOf } from './standingEntries.ts';

export type CaregiverStage = {
  readonly caregiverId: CaregiverId;
  readonly stage: string;
  /** By stage: when the caregiver last came back to it. Criteria met before must be met again. Rule CRS2. */
  readonly reopened: Readonly<Record<string, string>>;
};

/** The state of a course. Only `foldCourse` builds it. */
export type CourseState = {
  readonly seq: number;
  readonly standing: 'running' | 'paused' | 'dropped' | 'graduated';
  readonly caregivers: readonly CaregiverStage[];
  readonly dropped: EntryOf<'course.drop'> | undefined;
};

/** A course before any entry: everyone in its first stage. */
export function newCourse(caregivers: readonly CaregiverId[], { course }: Pick<Program, 'course'>): CourseState {
  const [first] = course;
  return {
    seq: 0,
    standing: 'running',
    caregivers: caregivers.map((caregiverId) => ({ caregiverId, stage: first.id, reopened: {} })),
    dropped: undefined,
  };
}

/** Folds facts, oldest first, into a course. Facts that it already contains change nothing. */
export function foldCourse(
  facts: readonly FamilyFact[],
  from: CourseState,
  program: Pick<Program, 'course'>,
): CourseState {
  return facts.reduce((course, fact) => applyCourseFact(course, fact, program), from);
}

export function applyCourseFact(course: CourseState, fact: FamilyFact, program: Pick<Program, 'course'>): CourseState {
  if (fact.seq <= course.seq) return course;
  return { ...change(course, fact, program), seq: fact.seq };
}

function change(course: CourseState, { entry, at }: FamilyFact, program: Pick<Program, 'course'>): CourseState {
  switch (entry.type) {
    case 'stage.enter':
      return enterStage(course, entry, at, program);
    case 'course.pause':
      return { ...course, standing: 'paused' };
    case 'course.resume':
      return { ...course, standing: 'running' };
    case 'course.drop':
      return { ...course, standing: 'dropped', dropped: entry };
    case 'course.graduate':
      return { ...course, standing: 'graduated' };
    default:
      return course;
  }
}

/** A booster leaves a family graduated. Any other stage restarts the course. Rule CRS9. */
function enterStage(
  course: CourseState,
  { stage: id, caregiverId }: EntryOf<'stage.enter'>,
  at: string,
  program: Pick<Program, 'course'>,
): CourseState {
  const stage = findStage(program, id);
  if (stage === undefined) return course;
  const isBooster = course.standing === 'graduated' && stage.kind === 'booster';
  return {
    ...course,
    standing: isBooster ? 'graduated' : 'running',
    dropped: undefined,
    caregivers: course.caregivers.map((caregiver) => {
      if (caregiverId !== null && caregiver.caregiverId !== caregiverId) return caregiver;
      const isBack = placeOf(program, id) < placeOf(program, caregiver.stage);
      const reopened = isBack ? { ...caregiver.reopened, [id]: at } : caregiver.reopened;
      return { ...caregiver, stage: id, reopened };
    }),
  };
}

/** The family's stage: that of the caregiver who is furthest back. */
export function familyStage({ caregivers }: Pick<CourseState, 'caregivers'>, program: Pick<Program, 'course'>) {
  const places = caregivers.map(({ stage }) => placeOf(program, stage));
  return program.course[Math.min(...places)] ?? program.course[0];
}
