import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coachMetrics, type CoachStatement } from './coachMetrics.ts';

const MINUTE: readonly [number, number] = [0, 60_000];

function said(at: number, over: Partial<CoachStatement> = {}): CoachStatement {
  return { at, code: 'S', style: 'responsive', praisesParent: false, skill: null, ...over };
}
const praise = (at: number) => said(at, { code: 'P', praisesParent: true });
const correction = (at: number) => said(at, { code: 'C', style: 'corrective' });
const lead = (at: number) => said(at, { code: 'L', style: 'directive' });
const used = (at: number, code = 'LP') => ({ at, code });

test('[TPC1] statements are counted by code and per minute of coaching, and not outside it', () => {
  const statements = [said(999), said(1_000), lead(30_000), lead(120_999), lead(121_000)];
  const found = coachMetrics({ statements, skills: [], spans: [[1_000, 121_000]] });
  expect(found).toMatchObject({ statements: 3, perMinute: 1.5, counts: { S: 1, L: 2 } });
});

test('figures over nothing are null', () => {
  expect(coachMetrics({ statements: [said(5)], skills: [used(5)], spans: [] })).toEqual({
    statements: 0,
    perMinute: null,
    counts: {},
    directive: 0,
    responsive: 0,
    corrective: 0,
    responsiveShare: null,
    correctiveToPraise: null,
    medianLagMs: null,
    answeredShare: null,
    reuseShare: null,
    longestSilenceMs: null,
    talkOverMs: null,
  });
});

test.for([
  ['a correction counts as responsive, and is also counted on its own', [lead(1), correction(2)], 0.5, null],
  ['nothing but leading', [lead(1)], 0, null],
  ['corrections are compared with labeled praise only', [correction(1), praise(2), praise(3), said(4)], 1, 0.5],
  ['praise without corrections', [praise(2)], 1, 0],
] as const)('[TPC2] [TPC3] %s', ([, statements, responsiveShare, correctiveToPraise]) => {
  const found = coachMetrics({ statements, skills: [], spans: [MINUTE] });
  expect(found).toMatchObject({ responsiveShare, correctiveToPraise });
});

test.for([
  ['at once', [used(10_000)], [said(10_000)], 1, 0],
  ['at the last moment', [used(10_000)], [said(15_000)], 1, 5_000],
  ['a moment too late', [used(10_000)], [said(15_001)], 0, null],
  ['before the skill', [used(10_000)], [said(9_999)], 0, null],
  ['about this skill', [used(10_000)], [said(11_000, { skill: 'LP' })], 1, 1_000],
  ['about another skill first', [used(10_000)], [said(11_000, { skill: 'RF' }), said(13_000)], 1, 3_000],
  ['about another skill alone', [used(10_000)], [said(11_000, { skill: 'RF' })], 0, null],
  ['two skills by one statement', [used(10_000), used(12_000, 'BD')], [said(13_000)], 1, 2_000],
  ['one skill of two', [used(10_000), used(30_000)], [said(31_500)], 0.5, 1_500],
  ['not yet, while there is still time', [used(56_000)], [], null, null],
  ['in the time that is left', [used(56_000)], [said(57_000)], 1, 1_000],
  ['not, with just enough time', [used(54_999)], [], 0, null],
] as const)('[TPC4] a skill is answered %s', ([, skills, statements, answeredShare, medianLagMs]) => {
  expect(coachMetrics({ statements, skills, spans: [MINUTE] })).toMatchObject({ answeredShare, medianLagMs });
});

test.for([
  ['within ten seconds', [used(20_000)], [said(10_000, { skill: 'LP' })], 1],
  ['a moment later', [used(20_001)], [said(10_000, { skill: 'LP' })], 0],
  ['in the same moment, which is before', [used(10_000)], [said(10_000, { skill: 'LP' })], 0],
  ['another skill', [used(11_000, 'RF')], [said(10_000, { skill: 'LP' })], 0],
  ['the skill that an unnamed statement answered', [used(9_000), used(12_000)], [said(10_000)], 1],
  ['nothing that it was about', [used(12_000)], [said(10_000)], null],
  ['not yet, while there is still time', [], [said(55_000, { skill: 'LP' })], null],
] as const)('[TPC5] what a statement was about is used again: %s', ([, skills, statements, reuseShare]) => {
  expect(coachMetrics({ statements, skills, spans: [MINUTE] })).toMatchObject({ reuseShare });
});

test('[TPC6] silence runs from the start of coaching to its end, and skips the time between spans', () => {
  const spans = [
    [0, 10_000],
    [50_000, 70_000],
  ] as const;
  expect(coachMetrics({ statements: [said(8_000)], skills: [], spans }).longestSilenceMs).toBe(20_000);
  expect(coachMetrics({ statements: [said(1_000), said(62_000)], skills: [], spans }).longestSilenceMs).toBe(12_000);
});

const statement = fc.record({
  at: fc.integer({ min: 0, max: 120_000 }),
  code: fc.constantFrom('A', 'B', 'C'),
  style: fc.constantFrom('directive' as const, 'responsive' as const, 'corrective' as const),
  praisesParent: fc.boolean(),
  skill: fc.constantFrom(null, 'LP', 'RF'),
});
const skill = fc.record({ at: fc.integer({ min: 0, max: 120_000 }), code: fc.constantFrom('LP', 'RF', 'BD') });

test('[TPC1] the styles add up to all statements, shares stay between 0 and 1, and order does not matter', () => {
  fc.assert(
    fc.property(fc.array(statement), fc.array(skill), (statements, skills) => {
      const spans = [
        [0, 40_000],
        [60_000, 100_000],
      ] as const;
      const found = coachMetrics({ statements, skills, spans });
      expect(found.directive + found.responsive + found.corrective).toBe(found.statements);
      expect(Object.values(found.counts).reduce((sum, count) => sum + count, 0)).toBe(found.statements);
      for (const share of [found.responsiveShare, found.answeredShare, found.reuseShare])
        if (share !== null) expect(share >= 0 && share <= 1).toBe(true);
      if (found.medianLagMs !== null) expect(found.medianLagMs).toBeLessThanOrEqual(5_000);
      const other = { statements: statements.toReversed(), skills: skills.toReversed(), spans };
      expect({ ...coachMetrics(other), reuseShare: null }).toEqual({ ...found, reuseShare: null });
    }),
  );
});

test('[TPC4] one more statement never leaves more skills unanswered', () => {
  fc.assert(
    fc.property(
      fc.array(statement),
      fc.array(skill),
      fc.integer({ min: 0, max: 119_999 }),
      (statements, skills, at) => {
        const spans = [[0, 120_000]] as const;
        const before = coachMetrics({ statements, skills, spans }).answeredShare ?? 0;
        const after = coachMetrics({ statements: [...statements, said(at)], skills, spans }).answeredShare ?? 0;
        expect(after).toBeGreaterThanOrEqual(before - 1e-9);
      },
    ),
  );
});
