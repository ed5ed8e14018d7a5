import { describe, expect, test } from 'vitest';
import { actualOf, type Criterion, type Measured, type ScoredCriterion } from '../mastery.ts';
import { PCIT } from '../programs/pcit.ts';
import { scoreWindow } from './scoreWindow.ts';

const [CDI] = PCIT.phases;

function found(measured: Measured, ...events: readonly (readonly [at: number, code: string])[]) {
  const words = { rule: 'X1', label: '', short: '', bound: 'at least', goal: 0.5, goalOrigin: 'local' } as const;
  const criterion: Criterion = { ...words, ...measured };
  const phase = { ...CDI, criteria: [criterion], assessable: { codedMs: 0, directCommands: 0 } };
  const coded = events.map(([at, code]) => ({ at, code }));
  const [scored] = scoreWindow(coded, { program: PCIT, phase, spans: [[0, 100_000]], void: false }).criteria;
  return scored;
}

const actualIn = (scored: ScoredCriterion | undefined) => scored && actualOf(scored);

describe('a share', () => {
  const share = { of: 'share', codes: ['LP'], among: ['LP', 'NTA'], overNothing: 'not met' } as const;

  test('is of what it is taken among', () => {
    expect(found(share, [1, 'LP'], [2, 'LP'], [3, 'LP'], [4, 'NTA'], [5, 'TA'])).toMatchObject({
      result: { is: 'met', actual: 0.75 },
    });
  });

  test('[PDI6] is null over nothing, and not met', () => {
    expect(found(share, [1, 'TA'])).toMatchObject({ result: { is: 'not met', actual: null, missing: 0.5 } });
  });
});

describe('[ANS1] what is answered', () => {
  const answered = {
    of: 'answered',
    codes: ['NC'],
    by: ['BD'],
    withinMs: 5_000,
    silenceCounts: false,
    overNothing: 'not met',
  } as const;
  const orSilence = { ...answered, silenceCounts: true } as const;

  test.for([
    [
      'in time',
      [
        [0, 'NC'],
        [5_000, 'BD'],
      ],
      1,
      1,
    ],
    [
      'too late',
      [
        [0, 'NC'],
        [5_001, 'BD'],
      ],
      0,
      1,
    ],
    [
      'by something else',
      [
        [0, 'NC'],
        [1_000, 'NTA'],
      ],
      0,
      0,
    ],
    [
      'by something else first',
      [
        [0, 'NC'],
        [1_000, 'TA'],
        [2_000, 'BD'],
      ],
      1,
      1,
    ],
    [
      'by nothing but another sign of the child',
      [
        [0, 'NC'],
        [1_000, 'CO'],
      ],
      0,
      1,
    ],
    [
      'before it',
      [
        [0, 'BD'],
        [1_000, 'NC'],
      ],
      0,
      1,
    ],
    [
      'once of two',
      [
        [0, 'NC'],
        [1_000, 'BD'],
        [20_000, 'NC'],
        [21_000, 'NTA'],
      ],
      0.5,
      0.5,
    ],
    ['never asked', [[0, 'BD']], null, null],
    ['not yet, and still may be', [[99_000, 'NC']], null, null],
    [
      'just before the end',
      [
        [99_000, 'NC'],
        [99_500, 'BD'],
      ],
      1,
      1,
    ],
  ] as const)('%s: %j', ([, events, plain, withSilence]) => {
    expect(actualIn(found(answered, ...events))).toBe(plain);
    expect(actualIn(found(orSilence, ...events))).toBe(withSilence);
  });
});

test.for(['commands', 'effective', 'follow-through'] as const)(
  '[PDI1] a phase whose commands open nothing has no figure of %s',
  (of) => {
    expect(found({ of, codes: ['DC'] }, [1, 'DC'], [2, 'CO'], [3, 'LP'])).toMatchObject({
      result: { is: 'not met', actual: null },
    });
  },
);

test('[ANS2] a criterion without events is left out of the verdict, and without any there is no verdict', () => {
  const words = { rule: 'X1', label: '', short: '', bound: 'at least', goal: 0.5, goalOrigin: 'local' } as const;
  const share: Criterion = {
    ...words,
    of: 'share',
    codes: ['LP'],
    among: ['LP', 'NTA'],
    overNothing: 'not applicable',
  };
  const count: Criterion = { ...words, rule: 'X2', of: 'count', codes: ['TA'], goal: 1 };
  const scoreOf = (criteria: readonly Criterion[]) => {
    const phase = { ...CDI, criteria, assessable: { codedMs: 0, directCommands: 0 } };
    return scoreWindow([{ at: 1, code: 'TA' }], { program: PCIT, phase, spans: [[0, 100_000]], void: false });
  };
  expect(scoreOf([share, count])).toMatchObject({ assessable: true, mastered: true });
  expect(scoreOf([share]).criteria[0]?.result).toEqual({ is: 'not applicable' });
  expect(scoreOf([share])).toMatchObject({ assessable: false, mastered: false });
});

test('[ANS3] a chance is taken by its own code, however late, and missed if none follows', () => {
  const taken = {
    of: 'taken',
    codes: ['BD'],
    chances: ['NC'],
    withinMs: 10_000,
    overNothing: 'not applicable',
  } as const;
  expect(actualIn(found(taken, [0, 'NC'], [9_000, 'BD']))).toBe(1);
  expect(actualIn(found(taken, [0, 'NC'], [30_000, 'BD']))).toBe(0.5);
  expect(actualIn(found(taken, [5, 'BD']))).toBe(1);
  expect(actualIn(found(taken, [95_000, 'NC']))).toBeNull();
});
