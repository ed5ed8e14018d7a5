import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialTransition, transition } from 'xstate';
import { placeOf } from '#shared/domain/course/findStage.ts';
import { listPrograms } from '#shared/domain/programs/findProgram.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { FamilyFact, FamilyFactEntry } from '#shared/protocol/familyFacts.ts';
import { CAREGIVER_A, CAREGIVER_B } from '#shared/session/testing/aSession.ts';
import { aReport, aReportedWindow, day, JON, MARIA, THERAPIST } from './testing/aFamilyRecord.ts';
import { evidenceOf, NO_EVIDENCE, type CourseEvidence } from './courseEvidence.ts';
import { gateOf, graduationGate, isMet } from './courseGate.ts';
import { courseEvent, courseInput, courseMachine, courseSnapshot } from './courseMachine.ts';
import { foldCourse, newCourse } from './courseState.ts';

const BOTH = [CAREGIVER_A, CAREGIVER_B];
const REASON = { reason: 'We talked it over.' };

const fact = (seq: number, entry: FamilyFactEntry): FamilyFact => {
  return { seq, at: new Date(Date.UTC(2026, 3, 1, 0, seq)).toISOString(), by: THERAPIST, entry };
};
const begin = (program: Program, evidence: CourseEvidence = NO_EVIDENCE) =>
  initialTransition(courseMachine, courseInput(BOTH, program, evidence))[0];

/** Evidence that opens every gate of a program. */
function everythingMet(program: Program): CourseEvidence {
  const windows = program.phases.flatMap(({ id }) =>
    [MARIA, JON].map((caregiver) => aReportedWindow({}, { kind: id, caregiver, mastered: true }, program)),
  );
  const reports = program.course.flatMap(({ id }, index) =>
    Array.from({ length: 6 }, () => aReport(index + 60, { stage: id, windows }, program)),
  );
  const standing: FamilyFactEntry[] = BOTH.map((caregiverId) => {
    return { type: 'confidence.judge', caregiverId, confident: true };
  });
  const { measures, ...evidence } = evidenceOf({ sessions: reports, timeZone: 'UTC' }, standing, program, day(5));
  const totals = program.measures.flatMap(({ id, min }) =>
    BOTH.map((caregiverId) => {
      return {
        type: 'measure.record',
        entryId: '' as never,
        measureId: id,
        caregiverId,
        on: day(1),
        total: min,
      } as const;
    }),
  );
  return { ...evidence, measures: [...measures, ...totals] };
}

/** Everything that can be entered into a course at any time. */
function asked({ course }: Program): FamilyFactEntry[] {
  const stages = course.flatMap(({ id: stage }) =>
    [null, ...BOTH].flatMap((caregiverId) =>
      [null, REASON].map((override): FamilyFactEntry => ({ type: 'stage.enter', stage, caregiverId, override })),
    ),
  );
  return [
    ...stages,
    { type: 'course.pause', reason: 'Away for the summer.' },
    { type: 'course.resume' },
    { type: 'course.drop', byCaregiver: ['practical'], byClinician: [], note: '' },
    { type: 'course.graduate', override: null },
    { type: 'course.graduate', override: REASON },
  ];
}

type State = ReturnType<typeof begin>;
const keyOf = ({ context: { course } }: State) =>
  JSON.stringify([course.standing, course.caregivers.map(({ stage }) => stage)]);

/** Every state that a course can reach, with every step that leads on from it. */
function walk(program: Program, evidence: CourseEvidence) {
  const seen = new Map<string, State>();
  const steps: { readonly from: State; readonly entry: FamilyFactEntry; readonly to: State }[] = [];
  const ahead = [begin(program, evidence)];
  for (let from = ahead.pop(); from !== undefined; from = ahead.pop()) {
    if (seen.has(keyOf(from))) continue;
    seen.set(keyOf(from), from);
    for (const entry of asked(program)) {
      const event = courseEvent(fact(from.context.course.seq + 1, entry));
      if (!from.can(event)) continue;
      const [to] = transition(courseMachine, from, event);
      steps.push({ from, entry, to });
      ahead.push(to);
    }
  }
  return { states: [...seen.values()], steps };
}

/** The programs whose courses are small enough to walk with two caregivers. */
const WALKED = listPrograms().filter(({ course }) => course.length <= 8);

describe.for(WALKED)('$id', (program) => {
  test.for([
    ['nothing was met', NO_EVIDENCE],
    ['everything was met', everythingMet(program)],
  ] as const)('[CRS1-10] every path follows the rules if %s', ([, evidence]) => {
    const { states, steps } = walk(program, evidence);
    for (const { from, entry, to } of steps) {
      const [before, after] = [from.context.course, to.context.course];
      if (before.standing === 'paused') expect(['course.resume', 'course.drop']).toContain(entry.type);
      if (before.standing === 'dropped') expect(entry).toMatchObject({ type: 'stage.enter', override: REASON });
      const isOverridden = 'override' in entry && entry.override !== null;
      for (const [index, caregiver] of before.caregivers.entries()) {
        const stage = after.caregivers[index]!.stage;
        const steps = placeOf(program, stage) - placeOf(program, caregiver.stage);
        const isFree = before.standing === 'graduated' || steps <= 0 || isOverridden;
        if (!isFree) expect([steps, isMet(gateOf(caregiver, program, evidence))]).toEqual([1, true]);
      }
      if (after.standing === 'graduated' && before.standing !== 'graduated' && !isOverridden) {
        const gates = before.caregivers.map((caregiver) => graduationGate(caregiver, program, evidence));
        expect(gates.every(isMet)).toBe(true);
      }
      expect(to.value).toBe(after.standing);
    }
    const standings = new Set(states.map(({ context }) => context.course.standing));
    expect(standings).toEqual(new Set(['running', 'paused', 'dropped', 'graduated']));
    expect(canAllEnd(states, steps)).toBe(true);
  });

  test('[LOG1] a record folds the same at once and in two parts', () => {
    const entries = fc.array(fc.constantFrom(...asked(program)), { maxLength: 20 });
    fc.assert(
      fc.property(entries, fc.nat(20), (all, cut) => {
        const facts = all.map((entry, index) => fact(index + 1, entry));
        const fresh = newCourse(BOTH, program);
        const first = foldCourse(facts.slice(0, cut), fresh, program);
        expect(foldCourse(facts.slice(cut), first, program)).toEqual(foldCourse(facts, fresh, program));
      }),
    );
  });
});

/** Whether a path leads to an end from every state. */
function canAllEnd(states: readonly State[], steps: ReturnType<typeof walk>['steps']): boolean {
  const isEnd = ({ context }: State) => ['dropped', 'graduated'].includes(context.course.standing);
  const ending = new Set(states.filter(isEnd).map(keyOf));
  for (let before = -1; before !== ending.size;) {
    before = ending.size;
    for (const { from, to } of steps) if (ending.has(keyOf(to))) ending.add(keyOf(from));
  }
  return ending.size === states.length;
}

test('[CRS1] an override needs a name', () => {
  const [program] = listPrograms();
  const state = begin(program!);
  const entry = { type: 'stage.enter', stage: program!.course[2]!.id, caregiverId: null, override: REASON } as const;
  expect(state.can(courseEvent(fact(1, entry)))).toBe(true);
  expect(state.can(courseEvent({ ...fact(1, entry), by: { ...THERAPIST, name: ' ' } }))).toBe(false);
});

test('[CRS3] one caregiver goes ahead alone only with a reason', () => {
  const program = listPrograms()[0]!;
  const state = begin(program, everythingMet(program));
  const ahead = { type: 'stage.enter', stage: program.course[1]!.id, caregiverId: CAREGIVER_A } as const;
  expect(state.can(courseEvent(fact(1, { ...ahead, override: null })))).toBe(false);
  expect(state.can(courseEvent(fact(1, { ...ahead, override: REASON })))).toBe(true);
  expect(state.can(courseEvent(fact(1, { ...ahead, caregiverId: null, override: null })))).toBe(true);
});

test('a snapshot made from a folded course allows the same as the machine that received every fact', () => {
  const program = listPrograms()[0]!;
  const paused = fact(1, { type: 'course.pause', reason: 'Away for the summer.' });
  const [went] = transition(courseMachine, begin(program), courseEvent(paused));
  const course = foldCourse([paused], newCourse(BOTH, program), program);
  const folded = courseSnapshot({ course, program, evidence: NO_EVIDENCE });
  expect(folded.value).toEqual(went.value);
  for (const entry of asked(program)) {
    const event = courseEvent(fact(2, entry));
    expect([entry.type, folded.can(event)]).toEqual([entry.type, went.can(event)]);
  }
});
