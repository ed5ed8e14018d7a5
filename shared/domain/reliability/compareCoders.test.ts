import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TimedCode } from './alignCodes.ts';
import { type CompareOptions, compareCoders } from './compareCoders.ts';
import { aCoding } from './testing/aCoding.ts';

const CODES = ['LP', 'BD', 'RF', 'QU', 'UP', 'TA', 'DC', 'IC'];
const REFERENCE = aCoding(
  '2.0 LP, 6.5 BD, 10.0 RF, 14.0 QU, 19.0 LP, 23.5 UP, 30.0 BD, 34.0 TA, 40.0 DC, 47.0 LP, 52.0 RF, 58.0 BD',
);
const TRAINEE = aCoding(
  '2.6 LP, 7.4 BD, 11.2 RF, 14.9 QU, 19.8 UP, 24.1 UP, 34.8 TA, 36.0 TA, 40.9 IC, 47.7 LP, 52.9 RF, 58.8 BD',
);
const compare = (
  reference: readonly TimedCode[],
  trainee: readonly TimedCode[],
  options: Partial<CompareOptions> = {},
) => compareCoders(reference, trainee, { codes: CODES, ...options });

describe('the worked example', () => {
  const worked = compare(REFERENCE, TRAINEE);

  test('[REL2] [REL3] [REL6] gives the expected result', () => {
    const { agreements, substitutions, omissions, commissions } = worked;
    expect({ agreements, substitutions, omissions, commissions }).toEqual({
      agreements: 9,
      substitutions: 2,
      omissions: 1,
      commissions: 1,
    });
    expect(worked.eventAgreement).toBeCloseTo(0.692307692, 9);
    expect(worked.countAgreement).toBeCloseTo(0.6, 9);
    expect(worked.kappaMatched.kappa).toBeCloseTo(0.786407767, 9);
    expect(worked.kappaMatched.observed).toBeCloseTo(0.818, 3);
    expect(worked.kappaMatched.expected).toBeCloseTo(0.149, 3);
    expect(worked.kappaMatched.pabak).toBeCloseTo(0.636, 3);
    expect(worked.kappaWithNil.kappa).toBeCloseTo(0.648994516, 9);
    expect(worked.lagMs).toBe(0);
  });

  test('[REL3] shows which code met which', () => {
    const met = Object.entries(worked.confusion).flatMap(([code, row]) =>
      Object.entries(row).flatMap(([other, count]) => (count === 0 ? [] : [`${code} ${other} ${count}`])),
    );
    expect(met).toEqual([
      'LP LP 2',
      'LP UP 1',
      'BD BD 2',
      'BD NIL 1',
      'RF RF 2',
      'QU QU 1',
      'UP UP 1',
      'TA TA 1',
      'DC IC 1',
      'NIL TA 1',
    ]);
  });

  test('[REL4] reports the lag, and shifts by it on request', () => {
    const { lagMs, agreements, rows } = compare(REFERENCE, TRAINEE, { lag: 'auto' });
    expect({ lagMs, agreements }).toEqual({ lagMs: 800, agreements: 9 });
    // The rows keep the original times.
    expect(rows[0]).toEqual({
      is: 'agreement',
      reference: { at: 2_000, code: 'LP' },
      trainee: { at: 2_600, code: 'LP' },
    });
  });
});

describe('[REL5] by code and by class', () => {
  /** Praise every ten seconds, six times. The trainee has five of them, one coded as neutral. Plus one rare command. */
  const reference = aCoding('10 LP, 20 LP, 30 LP, 40 LP, 50 LP, 60 LP, 70 DC');
  const trainee = aCoding('10 LP, 20 LP, 30 LP, 40 LP, 50 LP, 60 UP, 70 DC');
  const classOf = (code: string) => ({ LP: 'do', DC: 'avoid' })[code] ?? 'neutral';
  const { byCode, byClass } = compare(reference, trainee, { codes: ['LP', 'UP', 'DC', 'TA'], classOf });

  test('a code that is not rare has a kappa against all others', () => {
    expect(byCode[0]).toMatchObject({ code: 'LP', reference: 6, trainee: 5, agreements: 5, rare: false });
    expect(byCode[0]?.agreement).toBeCloseTo(5 / 6, 12);
    expect(byCode[0]?.countAgreement).toBeCloseTo(5 / 6, 12);
    // 6 of 7 rows agree; by chance (6 × 5 + 1 × 2) / 49 would.
    expect(byCode[0]?.kappa.kappa).toBeCloseTo((6 / 7 - 32 / 49) / (1 - 32 / 49), 12);
  });

  test('a rare code has no kappa, and a code that nobody gave has no figure', () => {
    expect(byCode[2]).toMatchObject({ code: 'DC', reference: 1, trainee: 1, agreement: 1, rare: true });
    expect(byCode[2]?.kappa.kappa).toBeNull();
    expect(byCode[3]).toMatchObject({ code: 'TA', agreement: null, countAgreement: null });
  });

  test('a class has the figures of all its codes, and a swap within it is no confusion', () => {
    expect(byClass.map(({ code, reference: n, agreements }) => [code, n, agreements])).toEqual([
      ['do', 6, 5],
      ['neutral', 0, 0],
      ['avoid', 1, 1],
    ]);
    const within = compare(aCoding('1 UP, 9 TA'), aCoding('1 TA, 9 UP'), { classOf });
    expect(within.byClass.find(({ code }) => code === 'neutral')).toMatchObject({ agreements: 2, agreement: 1 });
  });
});

test.for([
  ['nothing against nothing', '', '', { eventAgreement: null, countAgreement: null, matched: null, nil: null }],
  ['something against nothing', '1 LP', '', { eventAgreement: 0, countAgreement: 0, matched: null, nil: 0 }],
  ['two that never meet', '1 LP', '9 LP', { eventAgreement: 0, countAgreement: 1, matched: null, nil: 0 }],
  [
    'one code alone, always',
    '1 LP, 9 LP',
    '1 LP, 9 LP',
    { eventAgreement: 1, countAgreement: 1, matched: null, nil: null },
  ],
  ['all agreed', '1 LP, 9 BD', '1 LP, 9 BD', { eventAgreement: 1, countAgreement: 1, matched: 1, nil: 1 }],
  ['exchanged', '1 LP, 9 BD', '1 BD, 9 LP', { eventAgreement: 0, countAgreement: 1, matched: -1, nil: -1 }],
  [
    'codes that are not compared',
    '1 CO',
    '1 NC',
    { eventAgreement: null, countAgreement: null, matched: null, nil: null },
  ],
] as const)('[REL3] %s', ([, reference, trainee, figures]) => {
  const { eventAgreement, countAgreement, kappaMatched, kappaWithNil } = compare(aCoding(reference), aCoding(trainee));
  expect({ eventAgreement, countAgreement, matched: kappaMatched.kappa, nil: kappaWithNil.kappa }).toEqual(figures);
});

describe('whatever was coded', () => {
  const toleranceMs = fc.constantFrom(0, 500, 2_000, 5_000);
  const lag = fc.constantFrom('none' as const, 'auto' as const);

  test('[REL2] anybody agrees fully with themselves', () => {
    fc.assert(
      fc.property(anyCoding(), toleranceMs, lag, (coding, tolerance, shift) => {
        const { eventAgreement, countAgreement, lagMs, kappaMatched, kappaWithNil } = compare(coding, coding, {
          toleranceMs: tolerance,
          lag: shift,
        });
        const whole = coding.length === 0 ? null : 1;
        expect({ eventAgreement, countAgreement, lagMs }).toEqual({
          eventAgreement: whole,
          countAgreement: whole,
          lagMs: 0,
        });
        expect([null, 1]).toContain(kappaMatched.kappa);
        expect([null, 1]).toContain(kappaWithNil.kappa);
      }),
    );
  });

  test('[REL1] [REL3] exchanging the coders exchanges omissions and commissions, and nothing else', () => {
    fc.assert(
      fc.property(anyCoding(), anyCoding(), toleranceMs, (one, other, tolerance) => {
        const there = compare(one, other, { toleranceMs: tolerance });
        const back = compare(other, one, { toleranceMs: tolerance });
        expect([back.agreements, back.substitutions, back.omissions, back.commissions, back.eventAgreement]).toEqual([
          there.agreements,
          there.substitutions,
          there.commissions,
          there.omissions,
          there.eventAgreement,
        ]);
        expect(back.countAgreement).toBe(there.countAgreement);
        expect(close(back.kappaWithNil.kappa, there.kappaWithNil.kappa)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('[REL1] a wider tolerance never leaves more codes alone that cost more than a pair', () => {
    fc.assert(
      fc.property(anyCoding(), anyCoding(), (one, other) => {
        const alone = [500, 1_000, 2_000, 5_000].map((tolerance) => {
          const { omissions, commissions, substitutions, rows } = compare(one, other, { toleranceMs: tolerance });
          const apart = rows.reduce(
            (sum, row) =>
              sum + ('reference' in row && 'trainee' in row ? Math.abs(row.reference.at - row.trainee.at) : 0),
            0,
          );
          return (omissions + commissions) * 75_000 + substitutions * 100_000 + apart;
        });
        expect(alone).toEqual(alone.toSorted((a, b) => b - a));
      }),
    );
  });

  test('[REL3] [REL5] the table, the codes and the counts are consistent', () => {
    fc.assert(
      fc.property(anyCoding(), anyCoding(), toleranceMs, lag, (one, other, tolerance, shift) => {
        const result = compare(one, other, { toleranceMs: tolerance, lag: shift });
        const { confusion, byCode, rows } = result;
        const cells = Object.values(confusion).flatMap((row) => Object.values(row));
        expect(sum(cells)).toBe(rows.length);
        expect(confusion['NIL']?.['NIL']).toBe(0);
        for (const { code, reference, trainee, agreements } of byCode) {
          expect(sum(Object.values(confusion[code] ?? {}))).toBe(reference);
          expect(sum(Object.values(confusion).map((row) => row[code] ?? 0))).toBe(trainee);
          expect(confusion[code]?.[code]).toBe(agreements);
        }
        expect(result.agreements + result.substitutions + result.omissions).toBe(one.length);
        expect(result.agreements + result.substitutions + result.commissions).toBe(other.length);
      }),
    );
  });

  test('[REL4] a constant lag of the trainee is corrected', () => {
    const sparse = anyCoding().map((coding) => coding.map(({ code }, index) => ({ code, at: index * 4_000 })));
    fc.assert(
      fc.property(sparse, fc.integer({ min: -1_500, max: 1_500 }), (coding, late) => {
        const shifted = coding.map(({ at, code }) => ({ at: at + late, code }));
        const { lagMs, agreements } = compare(coding, shifted, { lag: 'auto', toleranceMs: 0 });
        expect({ lagMs, agreements }).toEqual({ lagMs: coding.length === 0 ? 0 : late, agreements: coding.length });
      }),
    );
  });
});

test('[REL4] no lag is longer than a second and a half, and of two equally near codes the earlier counts', () => {
  const lagOf = (reference: string, trainee: string) =>
    compare(aCoding(reference), aCoding(trainee), { lag: 'auto' }).lagMs;
  expect(lagOf('1 LP', '9 LP')).toBe(1_500);
  expect(lagOf('9 LP', '1 LP')).toBe(-1_500);
  expect(lagOf('5 LP', '4 LP, 6 LP')).toBe(-1_000);
  expect(lagOf('5 LP, 50 BD', '5.1 LP, 50.2 BD')).toBe(150);
  expect(lagOf('5 LP', '5 BD')).toBe(0);
});

/** A random coding of one span, in order, dense enough that codes meet, with ties and equal moments. */
function anyCoding(): fc.Arbitrary<readonly TimedCode[]> {
  const moment = fc.oneof(
    fc.integer({ min: 0, max: 40 }).map((halves) => halves * 500),
    fc.integer({ min: 0, max: 20_000 }),
  );
  return fc
    .array(fc.record({ at: moment, code: fc.constantFrom(...CODES) }), { maxLength: 12 })
    .map((coding) => coding.toSorted((one, other) => one.at - other.at));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function close(one: number | null, other: number | null): boolean {
  return one === null || other === null ? one === other : Math.abs(one - other) < 1e-12;
}
