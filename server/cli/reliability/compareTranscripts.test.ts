import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTranscript, TRANSCRIPT_FORMAT } from '#shared/protocol/transcript.ts';
import type { PlainEvent, PlainWindow } from '../score/testing/naiveScore.ts';
import { compareTranscripts } from './compareTranscripts.ts';
import { naiveReliability, type PlainFile } from './testing/naiveReliability.ts';

const PARENT = ['NTA', 'DC', 'IC', 'LP', 'UP', 'QU', 'IQ', 'DQ', 'RF', 'BD', 'TA'] as const;
/** A small set, so that some codes are common: only common codes have a kappa. */
const COMMON = ['LP', 'UP', 'BD', 'DC'] as const;
/** The naive comparison is slow on purpose. */
const PATIENCE_MS = 120_000;
const RUNS = { numRuns: 2_000 };

type Options = { readonly toleranceMs: number; readonly lag: 'none' | 'auto' };

function compared(reference: PlainFile, trainee: PlainFile, options: Options) {
  const [ours, theirs] = [read(reference), read(trainee)];
  return compareTranscripts(ours.transcript, theirs.transcript, ours.program, options);
}

function read({ windows, events }: PlainFile) {
  const result = readTranscript({
    format: TRANSCRIPT_FORMAT,
    programme: 'pcit',
    criteria: 'pcit-2011',
    windows,
    events,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result;
}

type Coded = { readonly at: number; readonly code: string };
const anyCode = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...COMMON) },
  { weight: 2, arbitrary: fc.constantFrom(...PARENT) },
  { weight: 1, arbitrary: fc.constantFrom('CO', 'NC', 'WARN') },
);
const coding = (most: number): fc.Arbitrary<readonly Coded[]> => {
  const at = fc.oneof(
    fc.integer({ min: 0, max: 30 }).map((seconds) => seconds * 1_000),
    fc.integer({ min: 0, max: 30_000 }),
  );
  return fc.array(fc.record({ at, code: anyCode }), { maxLength: most });
};

const slip = fc.record({
  is: fc.constantFrom('same', 'same', 'same', 'same', 'other', 'missed', 'twice'),
  byMs: fc.constantFrom(0, 300, 1_000, 1_999, 2_000, 2_001, -700),
  code: anyCode,
});
/** A second coder's version of the same span: codes late, early, different, missing or doubled. */
const pair = (most: number) =>
  coding(most).chain((reference) =>
    fc
      .array(slip, { minLength: reference.length, maxLength: reference.length })
      .map((slips) => ({ reference, trainee: reference.flatMap((given, index) => slipped(given, slips[index])) })),
  );

function slipped({ at, code }: Coded, how: { is: string; byMs: number; code: string } | undefined): Coded[] {
  if (how === undefined || how.is === 'missed') return [];
  const given = { at: Math.max(0, at + how.byMs), code: how.is === 'other' ? how.code : code };
  return how.is === 'twice' ? [given, { ...given, at: given.at + 400 }] : [given];
}

const two = (most: number) =>
  fc.oneof(
    { weight: 3, arbitrary: pair(most) },
    { weight: 1, arbitrary: fc.record({ reference: coding(most), trainee: coding(most) }) },
  );

const detail = fc.record({ what: fc.integer({ min: 0, max: 30 }), other: fc.constantFrom(...PARENT) });
/** As a file: some codes undone, interrupted or uncertain, some in a window, which may not count. */
const asFile = (coded: readonly Coded[]): fc.Arbitrary<PlainFile> =>
  fc
    .tuple(
      fc.array(detail, { minLength: coded.length, maxLength: coded.length }),
      fc.nat(30_000),
      fc.nat(9_000),
      fc.nat(4),
    )
    .map(([details, from, length, luck]) => ({
      windows: [{ id: 'w', kind: 'cdi', spans: [[from, from + length]], void: luck === 0 } satisfies PlainWindow],
      events: coded.map((given, index) => asEvent(given, details[index], index)),
    }));

function asEvent({ at, code }: Coded, how: { what: number; other: string } | undefined, index: number): PlainEvent {
  const { what = 9, other = code } = how ?? {};
  const isParent = PARENT.some((one) => one === code);
  const isDoubted = what < 2 && other !== code && isParent;
  return {
    id: `e${index}`,
    at,
    ...(isDoubted ? { candidates: [code, other], mode: what === 0 ? 'both' : 'unsure' } : { code }),
    ...(what === 2 && { retracted: true }),
    ...(what === 3 && code === 'DC' && { void: true }),
  };
}

const files = (most: number) =>
  two(most).chain(({ reference, trainee }) => fc.tuple(asFile(reference), asFile(trainee)));
const options = fc.record({
  toleranceMs: fc.constantFrom(0, 1_000, 2_000, 2_000, 5_000, 60_000),
  lag: fc.constantFrom('none' as const, 'auto' as const),
});

test(
  "[REL1-6] [REL9] the output matches a literal reading of the format's page",
  () => {
    fc.assert(
      fc.property(files(14), options, (pairOfFiles, how) => {
        expectAlike(pairOfFiles, how);
      }),
      RUNS,
    );
  },
  PATIENCE_MS,
);

test('[REL1-6] [REL9] also for a long window', () => {
  fc.assert(
    fc.property(files(80), options, (pairOfFiles, how) => {
      expectAlike(pairOfFiles, how);
    }),
    { numRuns: 60 },
  );
});

function expectAlike([reference, trainee]: readonly [PlainFile, PlainFile], { toleranceMs, lag }: Options) {
  const printed = compared(reference, trainee, { toleranceMs, lag });
  const { kappaWithNil, ...naive } = naiveReliability(reference, trainee, toleranceMs, lag);
  const { kappaWithNil: printedKappa, stretches, windows, outside, ...rest } = printed;
  expect(windows.reference).toHaveLength(reference.windows.length);
  for (const { at } of [...outside.reference, ...outside.trainee]) {
    expect((stretches ?? []).some(([from, to]) => at >= from && at < to)).toBe(false);
  }
  expect(asJson(rest)).toEqual(asJson(roundedAll(naive)));
  // Iterative fitting converges more slowly the fewer pairs there are, and never without any.
  const pairs = naive.agreements + naive.substitutions;
  if (kappaWithNil === null || printedKappa === null) expect(printedKappa).toBe(kappaWithNil);
  else expect(Math.abs(printedKappa - kappaWithNil)).toBeLessThan(pairs === 0 ? 5e-3 : 1e-6);
}

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function roundedAll(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toFixed(9));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, roundedAll(one)]));
}

test('[REL9] a span that does not count for one coder counts for neither', () => {
  const events = [
    { id: 'a', at: 1_000, code: 'LP' },
    { id: 'b', at: 20_000, code: 'BD' },
  ];
  const voided: PlainWindow = { id: 'w', kind: 'cdi', spans: [[0, 10_000]], void: true };
  const how = { toleranceMs: 2_000, lag: 'none' } as const;
  expect(compared({ windows: [voided], events }, { windows: [], events }, how)).toMatchObject({ agreements: 1 });
  expect(compared({ windows: [], events }, { windows: [voided], events }, how)).toMatchObject({ agreements: 1 });
  const counting = { ...voided, void: false };
  expect(compared({ windows: [counting], events }, { windows: [], events }, how)).toMatchObject({
    agreements: 1,
    stretches: [[0, 10_000]],
    outside: { reference: [{ at: 20_000, code: 'BD' }], trainee: [{ at: 20_000, code: 'BD' }] },
  });
});

test('[REL9] of windows of different lengths only the common span is compared, and codes outside it are listed', () => {
  const window = (to: number): PlainWindow => ({ id: 'w1', kind: 'cdi', spans: [[0, to]] });
  const events = [
    { id: 'a', at: 1_000, code: 'LP' },
    { id: 'b', at: 2_500, code: 'BD' },
  ];
  const later = { id: 'c', at: 90_000, code: 'RF' };
  const short = { windows: [window(60_000)], events };
  const long = { windows: [window(300_000)], events: [...events, later, { id: 'd', at: 400_000, code: 'QU' }] };
  expect(compared(long, short, { toleranceMs: 2_000, lag: 'none' })).toMatchObject({
    agreements: 2,
    omissions: 0,
    eventAgreement: 1,
    stretches: [[0, 60_000]],
    outside: {
      reference: [
        { at: 90_000, code: 'RF' },
        { at: 400_000, code: 'QU' },
      ],
      trainee: [],
    },
  });
});
