import { and, assign, setup, type SnapshotFrom } from 'xstate';
import type { Program } from '#shared/domain/programs/program.ts';
import type { FamilyFact, FamilyFactEntry } from '#shared/protocol/familyFacts.ts';
import { NO_EVIDENCE, type CourseEvidence } from './courseEvidence.ts';
import { mayEnterStage, mayGraduate } from './courseMoves.ts';
import { applyCourseFact, newCourse, type CourseState } from './courseState.ts';

type Context = {
  readonly course: CourseState;
  readonly program: Program;
  /** What the gates check when something is entered. */
  readonly evidence: CourseEvidence;
};

type EntryEvent = {
  [T in FamilyFactEntry['type']]: { readonly type: T; readonly fact: FamilyFact };
}[FamilyFactEntry['type']];
type CourseEvent = EntryEvent | { readonly type: 'evidence.changed'; readonly evidence: CourseEvidence };

/** Which entry of a family's record may be made when; `foldCourse` computes what it changes. Rules CRS1 to CRS10. */
const course = setup({
  types: { context: {} as Context, input: {} as Context, events: {} as CourseEvent },
  guards: {
    mayEnter: ({ context, event }) =>
      'fact' in event && mayEnterStage(context.course, event.fact, context) === undefined,
    staysGraduated: ({ context, event }) => after(context, event).standing === 'graduated',
    mayGraduate: ({ context, event }) =>
      'fact' in event && mayGraduate(context.course, event.fact, context) === undefined,
  },
  actions: {
    take: assign(({ context, event }) => ({ course: after(context, event) })),
    look: assign(({ context, event }) => ('evidence' in event ? { evidence: event.evidence } : context)),
  },
});

function after({ course: before, program }: Context, event: CourseEvent): CourseState {
  return 'fact' in event ? applyCourseFact(before, event.fact, program) : before;
}

const TAKE = { actions: 'take' } as const;
const DROP = { 'course.drop': { target: 'dropped', actions: 'take' } } as const;

const running = course.createStateConfig({
  on: {
    ...DROP,
    'stage.enter': { guard: 'mayEnter', actions: 'take' },
    'course.pause': { target: 'paused', actions: 'take' },
    'course.graduate': { guard: 'mayGraduate', target: 'graduated', actions: 'take' },
  },
});

const paused = course.createStateConfig({
  on: { ...DROP, 'course.resume': { target: 'running', actions: 'take' } },
});

/** A family that comes back is entered into a stage, with the reason. */
const dropped = course.createStateConfig({
  on: { 'stage.enter': { guard: 'mayEnter', target: 'running', actions: 'take' } },
});

/** A booster changes nothing. Any other stage restarts the course, with the reason. */
const graduated = course.createStateConfig({
  on: {
    'stage.enter': [
      { guard: and(['mayEnter', 'staysGraduated']), actions: 'take' },
      { guard: 'mayEnter', target: 'running', actions: 'take' },
    ],
  },
});

export const courseMachine = course.createMachine({
  id: 'course',
  context: ({ input }) => input,
  initial: 'running',
  states: { running, paused, dropped, graduated },
  on: {
    'course.open': TAKE,
    'measure.record': TAKE,
    'practice.log': TAKE,
    'problem.name': TAKE,
    'problem.rate': TAKE,
    'objective.set': TAKE,
    'objective.close': TAKE,
    'confidence.judge': TAKE,
    'level.set': TAKE,
    'time-out.agree': TAKE,
    'time-out.contraindicate': TAKE,
    'time-out.allow': TAKE,
    'guardians.name': TAKE,
    'consent.answer': TAKE,
    'session.miss': TAKE,
    'entry.withdraw': TAKE,
    'evidence.changed': { actions: 'look' },
  },
});

/** The machine in the state after a course's facts, without sending them one by one. */
export function courseSnapshot(context: Context): SnapshotFrom<typeof courseMachine> {
  return courseMachine.resolveState({ value: context.course.standing, context });
}

export function courseEvent(fact: FamilyFact): CourseEvent {
  return { type: fact.entry.type, fact };
}

export function courseInput(
  caregivers: Parameters<typeof newCourse>[0],
  program: Program,
  evidence: CourseEvidence = NO_EVIDENCE,
): Context {
  return { course: newCourse(caregivers, program), program, evidence };
}
