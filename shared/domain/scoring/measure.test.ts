import { describe, expect, test } from 'vitest';
import type { Criterion, Measured } from '../mastery.ts';
import { PCIT } from '../programmes/pcit.ts';
import { scoreWindow } from './scoreWindow.ts';

const [CDI] = PCIT.phases;

function found(measured: Measured, ...events: readonly (readonly [at: number, code: string])[]) {
  const words = { rule: 'X1', label: '', short: '', bound: 'at least', goal: 0.5, goalOrigin: 'local' } as const;
  const criterion: Criterion = { ...words, ...measured };
  const phase = { ...CDI, criteria: [criterion] };
  const coded = events.map(([at, code]) => ({ at, code }));
  const [scored] = scoreWindow(coded, { programme: PCIT, phase, spans: [[0, 100_000]], void: false }).criteria;
  return scored;
}

describe('a share', () => {
  const share = { of: 'share', codes: ['LP'], among: ['LP', 'NTA'] } as const;

  test('is of what it is taken among', () => {
    expect(found(share, [1, 'LP'], [2, 'LP'], [3, 'LP'], [4, 'NTA'], [5, 'TA'])).toMatchObject({
      actual: 0.75,
      met: true,
    });
  });

  test('[PDI6] is null over nothing, and not met', () => {
    expect(found(share, [1, 'TA'])).toMatchObject({ actual: null, met: false, missing: 0.5 });
  });
});

describe('[ANS1] what is answered', () => {
  const answered = { of: 'answered', codes: ['NC'], by: ['BD'], withinMs: 5_000, silenceCounts: false } as const;
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
    expect(found(answered, ...events)?.actual).toBe(plain);
    expect(found(orSilence, ...events)?.actual).toBe(withSilence);
  });
});

test.for(['commands', 'effective', 'follow-through'] as const)(
  '[PDI1] a phase whose commands open nothing has no figure of %s',
  (of) => {
    expect(found({ of, codes: ['DC'] }, [1, 'DC'], [2, 'CO'], [3, 'LP'])).toMatchObject({ actual: null, met: false });
  },
);
