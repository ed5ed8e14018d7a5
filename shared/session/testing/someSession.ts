import fc from 'fast-check';
import { isShare } from '#shared/domain/mastery.ts';
import { codesIn, type Program } from '#shared/domain/programs/program.ts';
import type { TreatmentPhase } from '#shared/domain/programs/treatmentPhase.ts';
import { NO_TIME_OUT_SETTINGS } from '#shared/domain/sequence/commandSequence.ts';
import type { Edits } from '#shared/protocol/facts.ts';
import { CAREGIVER_A, CAREGIVER_B } from './aSession.ts';
import { CONTRAINDICATED } from '../sequence/testing/aSequence.ts';
import { aCodedSession, type CodedWindow } from './aCodedSession.ts';
import type { ExportScene } from '#shared/session/exportScene.ts';

/**
 * For tests: closed sessions of a program in which both caregivers have a window of each phase in its full length. Some
 * are void, cut short or have a gap. Some codes are undone, corrected or added, and some sessions have a clinic's
 * goals.
 */
export function someSession(program: Program): fc.Arbitrary<ExportScene> {
  const windows = program.phases.flatMap((phase) =>
    [CAREGIVER_A, CAREGIVER_B].map((caregiverId) =>
      someWindow(program, phase).map((window): CodedWindow => ({ ...window, caregiverId })),
    ),
  );
  const timeOut = fc.constantFrom(NO_TIME_OUT_SETTINGS, {
    ...NO_TIME_OUT_SETTINGS,
    contraindicated: CONTRAINDICATED,
  });
  return fc
    .record({ windows: fc.tuple(...windows), timeOut, edits: fc.option(someEdits(program), { nil: undefined }) })
    .map(({ windows: coded, timeOut: settings, edits }) => {
      const scene = aCodedSession(program, coded, { timeOut: settings, ...(edits && { edits }) });
      // A failed run prints what was coded, not the whole program.
      return { ...scene, [fc.toStringMethod]: () => JSON.stringify({ coded, settings, edits }) };
    });
}

/** Flaws of a window, and how often. Most windows are whole. */
const FLAWS: fc.Arbitrary<Pick<CodedWindow, 'isVoid' | 'isShort' | 'gapMs'>> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ isVoid: true }) },
  { weight: 1, arbitrary: fc.constant({ isShort: true }) },
  { weight: 1, arbitrary: fc.constantFrom({ gapMs: 4_000 }, { gapMs: 12_000 }, { gapMs: 70_000 }) },
);
const MAX_CODES = 90;

/** A window with runs of one code, so that goals are reached and missed by one, and chains of commands. */
function someWindow(program: Program, phase: TreatmentPhase): fc.Arbitrary<CodedWindow> {
  const ofFamily = program.codes.filter(({ stream }) => stream !== 'coach').map(({ code }) => code);
  const any = fc.constantFrom(...ofFamily);
  const wanted = phase.criteria.flatMap((one) => one.codes).filter((code) => ofFamily.includes(code));
  const likely = wanted.length === 0 ? any : fc.oneof(any, fc.constantFrom(...wanted));
  const run = fc.tuple(likely, fc.integer({ min: 1, max: 11 })).map(([code, times]) => Array<string>(times).fill(code));
  const answered = fc.tuple(likely, any).map(([code, answer]) => [code, answer]);
  const part = fc.oneof(run, answered, chainOf(phase));
  const codes = fc.array(part, { maxLength: 14 }).map((all) => all.flat().slice(0, MAX_CODES));
  const places = fc.uniqueArray(fc.nat(MAX_CODES), { maxLength: 6 });
  return fc
    .record({
      codes,
      flaws: FLAWS,
      touched: fc.tuple(places, places, places),
      said: fc.array(fc.option(any), { minLength: 6, maxLength: 6 }),
      added: fc.array(any, { maxLength: 2 }),
      rated: fc.nat(),
    })
    .map(({ codes: given, flaws, touched: [undone, notEffective, corrected], said, added, rated }) => {
      const isThere = (place: number) => place < given.length;
      return {
        kind: phase.id,
        codes: given,
        ...flaws,
        undone: undone.filter(isThere),
        notEffective: notEffective.filter(isThere),
        corrected: corrected
          .filter((place) => isThere(place) && !undone.includes(place))
          .map((place, index) => ({ place, code: said[index] ?? null })),
        added,
        ratings: Object.fromEntries(phase.ratings.map(({ id, scale }) => [id, scale[rated % scale.length] ?? ''])),
      };
    });
}

/** Commands with their follow-through, and now and then something else. */
function chainOf({ sequence }: TreatmentPhase): fc.Arbitrary<readonly string[]> {
  if (sequence === undefined) return fc.constant([]);
  const { direct, commands, complied, refused, noChance, praise, steps } = sequence;
  const [command = ''] = direct;
  const ends: readonly (readonly string[])[] = [
    [complied, praise],
    [complied, praise],
    [complied],
    [refused, steps.warn, complied, praise],
    [refused, steps.warn, refused, steps.stop],
    [refused],
    [noChance],
    [],
  ];
  return fc
    .tuple(fc.constantFrom(command, command, ...commands), fc.constantFrom(...ends))
    .map(([first, rest]) => [first, ...rest]);
}

/** Other goals for some criteria, and a practice goal of the clinic's own. */
function someEdits(program: Program): fc.Arbitrary<Edits> {
  const [code] = codesIn(program, 'parent');
  const goals = program.phases.flatMap(({ criteria }) =>
    criteria.map((one) =>
      fc.option(isShare(one) ? fc.integer({ min: 0, max: 100 }).map((points) => points / 100) : fc.nat(12)),
    ),
  );
  const rules = program.phases.flatMap(({ criteria }) => criteria.map(({ rule }) => rule));
  const own = {
    rule: 'OWN1',
    treatmentPhase: program.phases[0].id,
    label: 'Our own goal',
    codes: [code?.code ?? ''],
    bound: 'at most',
  } as const;
  return fc.tuple(fc.tuple(...goals), fc.nat(6)).map(([set, goal]) => ({
    goals: Object.fromEntries(
      rules.flatMap((rule, index) => {
        const changed = set[index];
        return changed === null || changed === undefined ? [] : [[rule, changed] as const];
      }),
    ),
    localGoals: [{ ...own, codes: [...own.codes], goal }],
  }));
}
