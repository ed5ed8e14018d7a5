import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAtGoal, missingOf, type Tally } from '../mastery.ts';
import { scoreWindow } from './scoreWindow.ts';
import { PCIT } from '../programs/pcit.ts';

const [CDI] = PCIT.phases;
const FIVE_MINUTES = [[0, 300_000]] as const;

function scoreMastery(tally: Tally, phase: typeof CDI, assessable: boolean) {
  const codes = Object.entries(tally).flatMap(([code, count]) => Array.from({ length: count }, () => code));
  return scoreCodes(codes, phase, assessable);
}

function scoreCodes(codes: readonly string[], phase: typeof CDI, assessable: boolean) {
  const events = codes.map((code, at) => ({ code, at }));
  const {
    criteria,
    mastered,
    assessable: judged,
  } = scoreWindow(events, { program: PCIT, phase, spans: FIVE_MINUTES, void: !assessable });
  return { assessable: judged, mastered, criteria };
}
const AT_GOAL: Tally = { LP: 10, BD: 10, RF: 10, QU: 1, DC: 1, NTA: 1 };
const missed = (tally: Tally) =>
  scoreMastery(tally, CDI, true)
    .criteria.filter((one) => !isAtGoal(one))
    .map(({ rule }) => rule);

describe('CDI mastery', () => {
  test('[CDI1-4] a window exactly at every goal shows mastery', () => {
    expect(scoreMastery(AT_GOAL, CDI, true).mastered).toBe(true);
  });

  test.for([
    ['CDI1', { LP: 9 }],
    ['CDI2', { BD: 9 }],
    ['CDI3', { RF: 9 }],
    ['CDI4', { IC: 1 }],
    ['CDI4', { QU: 2 }],
    ['CDI4', { DC: 2 }],
    ['CDI4', { NTA: 2 }],
    ['CDI4', { IQ: 1 }],
    ['CDI4', { DQ: 1 }],
  ] as const)('[%s] one short of the goal names the missed rule: %o', ([rule, change]) => {
    expect(missed({ ...AT_GOAL, ...change })).toEqual([rule]);
  });

  test('[CDI1] unlabeled praise is no labeled praise', () => {
    expect(missed({ ...AT_GOAL, LP: 9, UP: 50 })).toEqual(['CDI1']);
  });

  test('[CDI4] what should be left out is summed, not judged one by one', () => {
    expect(missed({ ...AT_GOAL, QU: 3, DC: 0, NTA: 0 })).toEqual([]);
    expect(missed({ ...AT_GOAL, QU: 2, DC: 2, NTA: 0 })).toEqual(['CDI4']);
  });

  test('[CDI5] no score is mastery in a window that is too short to assess', () => {
    expect(scoreMastery(AT_GOAL, CDI, false)).toMatchObject({ assessable: false, mastered: false });
  });

  test('[CDI5] a kind of window without criteria never shows mastery', () => {
    expect(scoreMastery(AT_GOAL, { ...CDI, criteria: [] }, true)).toEqual({
      assessable: true,
      mastered: false,
      criteria: [],
    });
  });

  test('[CDI5] unlabeled praise and neutral talk never change the score', () => {
    const codes = fc.array(fc.constantFrom(...PCIT.codes.map(({ code }) => code)), { maxLength: 80 });
    fc.assert(
      fc.property(codes, fc.array(fc.constantFrom('UP', 'TA')), (given, more) => {
        expect(scoreCodes([...given, ...more], CDI, true)).toEqual(scoreCodes(given, CDI, true));
      }),
    );
  });

  test('states how many more are needed, or how many are too many', () => {
    const { criteria } = scoreMastery({ LP: 8, QU: 5 }, CDI, true);
    expect(criteria.map((one) => [one.rule, missingOf(one)])).toEqual([
      ['CDI1', 2],
      ['CDI2', 10],
      ['CDI3', 10],
      ['CDI4', 2],
    ]);
  });
});
