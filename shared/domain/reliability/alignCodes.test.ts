import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aCoding } from './testing/aCoding.ts';
import { agreementOf } from './agreementOf.ts';
import { type AlignedRow, alignCodes, type TimedCode } from './alignCodes.ts';

const REFERENCE = aCoding(
  '2.0 LP, 6.5 BD, 10.0 RF, 14.0 QU, 19.0 LP, 23.5 UP, 30.0 BD, 34.0 TA, 40.0 DC, 47.0 LP, 52.0 RF, 58.0 BD',
);
const TRAINEE = aCoding(
  '2.6 LP, 7.4 BD, 11.2 RF, 14.9 QU, 19.8 UP, 24.1 UP, 34.8 TA, 36.0 TA, 40.9 IC, 47.7 LP, 52.9 RF, 58.8 BD',
);

test('[REL1] a worked example gives the expected result', () => {
  const rows = alignCodes(REFERENCE, TRAINEE);
  const { eventAgreement, ...counts } = agreementOf(rows);
  expect(counts).toEqual({ agreements: 9, substitutions: 2, omissions: 1, commissions: 1 });
  expect(eventAgreement).toBeCloseTo(0.692307692, 9);
  expect(rows.filter(({ is }) => is !== 'agreement').map(told)).toEqual([
    'substitution 19000 LP 19800 UP',
    'omission 30000 BD',
    'commission 36000 TA',
    'substitution 40000 DC 40900 IC',
  ]);
});

test('[REL1] two codes further apart than the tolerance are never paired', () => {
  const at = (moment: number) => [{ at: moment, code: 'LP' }];
  expect(alignCodes(at(0), at(2_000)).map(({ is }) => is)).toEqual(['agreement']);
  expect(alignCodes(at(0), at(2_001)).map(({ is }) => is)).toEqual(['omission', 'commission']);
  expect(alignCodes(at(0), at(3_000), 3_000).map(({ is }) => is)).toEqual(['agreement']);
});

test('[REL2] nothing compared with nothing is not agreement', () => {
  expect(agreementOf(alignCodes([], [])).eventAgreement).toBeNull();
});

test('[REL1] at equal cost, more agreements win, then more pairs, then the earliest pair', () => {
  const of = (reference: string, trainee: string, toleranceMs?: number) =>
    alignCodes(aCoding(reference), aCoding(trainee), toleranceMs).map(told);
  // Three pairs that differ cost as much as one that agrees and four lone events.
  expect(of('1 QU, 1 LP, 1 UP', '1 BD, 1 RF, 1 QU').filter((row) => row.startsWith('agreement'))).toHaveLength(1);
  // A pair fifty seconds apart that differs costs as much as two lone events.
  expect(of('0 LP', '50 UP', 60_000)).toEqual(['substitution 0 LP 50000 UP']);
  expect(of('2 LP', '1 UP, 3 BD')).toEqual(['substitution 2000 LP 1000 UP', 'commission 3000 BD']);
  expect(of('1 LP, 2 UP', '1 UP, 2 LP')).toEqual([
    'omission 1000 LP',
    'agreement 2000 UP 1000 UP',
    'commission 2000 LP',
  ]);
});

test('[REL1] two thousand codes per coder are aligned quickly', () => {
  const many = (code: string) => Array.from({ length: 2_000 }, (_, index) => ({ at: index * 1_800, code }));
  expect(agreementOf(alignCodes(many('LP'), many('LP'))).agreements).toBe(2_000);
});

const few = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 60 }).map((tenths) => tenths * 100),
      code: fc.constantFrom('LP', 'UP', 'BD'),
    }),
    {
      maxLength: 5,
    },
  )
  .map((codes) => codes.toSorted((one, other) => one.at - other.at));

test('[REL1] no other alignment costs less', () => {
  fc.assert(
    fc.property(few, few, fc.constantFrom(500, 2_000, 10_000), (reference, trainee, tolerance) => {
      const rows = alignCodes(reference, trainee, tolerance);
      const cheapest = Math.min(...everyAlignment(reference, trainee, tolerance).map(costOf));
      expect(costOf(rows)).toBeCloseTo(cheapest, 9);
    }),
    { numRuns: 300 },
  );
});

test('[REL1] every code is in one row, in its order, and the coders can be exchanged', () => {
  fc.assert(
    fc.property(few, few, (reference, trainee) => {
      const rows = alignCodes(reference, trainee);
      expect(rows.flatMap((row) => ('reference' in row ? [row.reference] : []))).toEqual(reference);
      expect(rows.flatMap((row) => ('trainee' in row ? [row.trainee] : []))).toEqual(trainee);
      expect(costOf(alignCodes(trainee, reference))).toBeCloseTo(costOf(rows), 9);
    }),
  );
});

function told(row: AlignedRow): string {
  const both = ['reference' in row ? row.reference : [], 'trainee' in row ? row.trainee : []].flat();
  return [row.is, ...both.map(({ at, code }) => `${at} ${code}`)].join(' ');
}

function costOf(rows: readonly AlignedRow[]): number {
  const costs = rows.map((row) => {
    if (!('reference' in row && 'trainee' in row)) return 0.75;
    return Math.abs(row.reference.at - row.trainee.at) / 100_000 + (row.reference.code === row.trainee.code ? 0 : 1);
  });
  return costs.reduce((sum, cost) => sum + cost, 0);
}

/** All possible alignments, one after the other. */
function everyAlignment(ours: readonly TimedCode[], theirs: readonly TimedCode[], tolerance: number): AlignedRow[][] {
  const [reference, ...left] = ours;
  const [trainee, ...right] = theirs;
  if (reference === undefined && trainee === undefined) return [[]];
  const all: AlignedRow[][] = [];
  if (reference !== undefined)
    all.push(
      ...everyAlignment(left, theirs, tolerance).map((rest): AlignedRow[] => [{ is: 'omission', reference }, ...rest]),
    );
  if (trainee !== undefined)
    all.push(
      ...everyAlignment(ours, right, tolerance).map((rest): AlignedRow[] => [{ is: 'commission', trainee }, ...rest]),
    );
  if (reference !== undefined && trainee !== undefined && Math.abs(reference.at - trainee.at) <= tolerance) {
    const is = reference.code === trainee.code ? 'agreement' : 'substitution';
    all.push(
      ...everyAlignment(left, right, tolerance).map((rest): AlignedRow[] => [{ is, reference, trainee }, ...rest]),
    );
  }
  return all;
}
