import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTranscript, TRANSCRIPT_FORMAT } from '#shared/protocol/transcript.ts';
import { naiveScore, type PlainEvent, type PlainWindow } from './naiveScore.oracle.ts';
import { scoreTranscript } from './scoreTranscript.ts';

const RUNS = { numRuns: 2_000 };
const PARENT = ['NTA', 'DC', 'IC', 'LP', 'UP', 'QU', 'IQ', 'DQ', 'RF', 'BD', 'TA'];
const CHILD = ['CO', 'NC', 'NOC'];
const STEPS = ['WARN', 'CHAIR', 'ESCAPE', 'ROOM', 'RELEASE', 'REDO', 'ACK', 'STOP'];

function scored(windows: readonly PlainWindow[], events: readonly PlainEvent[]) {
  const read = readTranscript({ format: TRANSCRIPT_FORMAT, programme: 'pcit', criteria: 'pcit-2011', windows, events });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return scoreTranscript(read.transcript, read.programme);
}

/** What is printed, but for the labels, which are words. */
function figures(windows: readonly PlainWindow[], events: readonly PlainEvent[]) {
  const strip = ({
    rule,
    actual,
    bound,
    goal,
    met,
  }: ReturnType<typeof scored>['windows'][number]['criteria'][number]) => {
    return { rule, actual, bound, goal, met };
  };
  return {
    windows: scored(windows, events).windows.map(({ criteria, ...rest }) => ({
      ...rest,
      criteria: criteria.map(strip),
    })),
  };
}

const plain = fc.constantFrom(...PARENT, ...CHILD, ...STEPS).map((code): readonly string[] => [code]);
/** Pieces of sequences as they go, so that what is drawn at random goes deep. */
const piece = fc.constantFrom<readonly string[]>(
  ['DC', 'CO', 'LP'],
  ['DC', 'NC', 'WARN', 'CO', 'LP'],
  ['DC', 'NC', 'WARN', 'NC', 'CHAIR', 'RELEASE', 'REDO', 'CO', 'ACK'],
  ['NC', 'CHAIR', 'ESCAPE', 'ROOM', 'CHAIR', 'RELEASE', 'REDO'],
  ['DC', 'CO'],
  ['DC', 'NC', 'WARN'],
  ['IC', 'CO', 'UP'],
  ['LP', 'BD', 'RF'],
);
const codes = fc.array(fc.oneof({ weight: 2, arbitrary: plain }, { weight: 3, arbitrary: piece }), { maxLength: 30 });
const flag = fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });

type Coded = {
  code: string;
  gap: number;
  flawed: boolean;
  spoilt: boolean;
  undone: boolean;
  other: string;
  doubt: number;
};
const details = fc.record({
  gap: fc.constantFrom(0, 0, 800, 1_500, 2_500, 2_600, 5_000, 5_001, 30_000),
  flawed: flag,
  spoilt: flag,
  undone: flag,
  other: fc.constantFrom(...PARENT),
  /** 0: both, 1: unsure, else sure. */
  doubt: fc.integer({ min: 0, max: 12 }),
});
const record: fc.Arbitrary<readonly PlainEvent[]> = codes
  .map((pieces) => pieces.flat())
  .chain((all) => fc.tuple(...all.map((code) => details.map((detail): Coded => ({ code, ...detail })))))
  .map((all) => {
    let at = 0;
    return all.map((coded, index) => toEvent(coded, (at += coded.gap), index));
  });

function toEvent({ code, flawed, spoilt, undone, other, doubt }: Coded, at: number, index: number): PlainEvent {
  const isDoubted = doubt < 2 && other !== code && PARENT.includes(code);
  const given = isDoubted ? [code, other] : [code];
  return {
    id: `e${index}`,
    at,
    ...(isDoubted ? { candidates: given, mode: doubt === 0 ? 'both' : 'unsure' } : { code }),
    ...(flawed && given.includes('DC') && { effective: false }),
    ...(spoilt && given.some((one) => one === 'DC' || one === 'IC') && { void: true }),
    ...(undone && { retracted: true }),
  };
}

const windows: fc.Arbitrary<readonly PlainWindow[]> = fc
  .array(
    fc
      .tuple(
        fc.constantFrom('cdi' as const, 'pdi' as const),
        fc.array(fc.integer({ min: 0, max: 400_000 }), { maxLength: 6 }),
        flag,
      )
      .map(([kind, edges, isVoid]) => ({ kind, edges: edges.toSorted((a, b) => a - b), isVoid })),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) =>
    all.map(({ kind, edges, isVoid }, index) => ({ id: `w${index}`, kind, spans: pairs(edges), void: isVoid })),
  );

function pairs(edges: readonly number[]): readonly (readonly [number, number])[] {
  const [from, to, ...rest] = edges;
  return from === undefined || to === undefined ? [] : [[from, to], ...pairs(rest)];
}

/** One window of each kind over all of it. */
const WHOLE: readonly PlainWindow[] = [
  { id: 'c', kind: 'cdi', spans: [[0, 10_000_000]] },
  { id: 'p', kind: 'pdi', spans: [[0, 10_000_000]] },
];

describe('what is printed', () => {
  test('[WIN1-2] [CDI1-5] [PDI1-6] is what the page of the format says, read line by line', () => {
    fc.assert(
      fc.property(fc.oneof(windows, fc.constant(WHOLE)), record, (coded, events) => {
        expect(figures(coded, events)).toEqual(naiveScore(coded, events));
      }),
      RUNS,
    );
  });

  test('[WIN2] does not depend on the order of the file, where times differ', () => {
    const apart = record.map((events) => events.map((event, index) => ({ ...event, at: event.at + index })));
    const shuffled = apart.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray([...events], { minLength: events.length })),
    );
    fc.assert(
      fc.property(windows, shuffled, (coded, [events, other]) => {
        expect(scored(coded, other)).toEqual(scored(coded, events));
      }),
    );
  });

  test('[PDI2] follows the order of the file, where times are equal', () => {
    const at = (code: string, index: number) => ({ id: `e${index}`, at: 5, code });
    expect(scored(WHOLE, ['DC', 'CO', 'LP'].map(at)).windows[1]).toMatchObject({ commands: 1, followUpCorrect: 1 });
    expect(scored(WHOLE, ['CO', 'DC', 'LP'].map(at)).windows[1]).toMatchObject({ commands: 0 });
    expect(scored(WHOLE, ['LP', 'DC', 'CO'].map(at)).windows[1]).toMatchObject({ commands: 1, followUpDue: 0 });
  });

  test('is the same with what was undone as without it, and as before when it is done again', () => {
    const withUndone = record.map((events) => ({ events, kept: events.filter(({ retracted }) => !retracted) }));
    fc.assert(
      fc.property(windows, withUndone, (coded, { events, kept }) => {
        expect(scored(coded, events)).toEqual(scored(coded, kept));
        const redone = events.flatMap((event) =>
          event.retracted ? [event] : [{ ...event, id: `${event.id} undone`, retracted: true }, event],
        );
        expect(scored(coded, redone)).toEqual(scored(coded, kept));
      }),
    );
  });

  test('[WIN1] is the same when a span is split', () => {
    fc.assert(
      fc.property(windows, record, fc.nat(400_000), (coded, events, where) => {
        const split = coded.map((window) => ({
          ...window,
          spans: window.spans.flatMap(([from, to]): (readonly [number, number])[] =>
            from < where && where < to
              ? [
                  [from, where],
                  [where, to],
                ]
              : [[from, to]],
          ),
        }));
        expect(scored(split, events)).toEqual(scored(coded, events));
      }),
    );
  });

  /** Neutral talk is one of the parent's codes: where one is awaited it comes in its place, and must. */
  test('[CDI5] [PDI4] neutral talk changes no child-led window, and of a parent-led one only the follow-through', () => {
    fc.assert(
      fc.property(record, fc.array(fc.nat(200_000)), (events, moments) => {
        const talk = moments.map((at, index) => ({ id: `t${index}`, at, code: 'TA' }));
        const [cdi, pdi] = withoutTalk(scored(WHOLE, events));
        const [cdiThen, pdiThen] = withoutTalk(scored(WHOLE, [...events, ...talk]));
        expect(cdiThen).toEqual(cdi);
        expect(pick(pdiThen)).toEqual(pick(pdi));
        // It can spoil a follow-through or decide one that was unfinished, and never make one correct.
        expect(pdiThen?.followUpCorrect ?? 0).toBeLessThanOrEqual(pdi?.followUpCorrect ?? 0);
        expect(pdiThen?.followUpDue ?? 0).toBeGreaterThanOrEqual(pdi?.followUpDue ?? 0);
      }),
    );
  });

  test('[PDI4] neutral talk between two sequences changes nothing', () => {
    const WHOLE_SEQUENCES = [
      'DC CO LP',
      'DC NC WARN CO LP',
      'DC NC WARN NC CHAIR RELEASE REDO CO ACK',
      'DC CO UP',
      'IC NOC',
      'DC NC BD',
    ];
    const between = fc.array(fc.tuple(fc.constantFrom(...WHOLE_SEQUENCES), fc.nat(3)), { maxLength: 12 });
    const events = (all: readonly string[]) => all.map((code, index) => ({ id: `e${index}`, at: index * 10, code }));
    fc.assert(
      fc.property(between, (sequences) => {
        const plainly = sequences.flatMap(([words]) => words.split(' '));
        const chatty = sequences.flatMap(([words, talk]) => [
          ...words.split(' '),
          ...Array.from({ length: talk }, () => 'TA'),
        ]);
        expect(withoutTalk(scored(WHOLE, events(chatty)))).toEqual(withoutTalk(scored(WHOLE, events(plainly))));
      }),
    );
  });
});

function withoutTalk({ windows: all }: ReturnType<typeof scored>) {
  return all.map(({ counts, ...rest }) => ({ ...rest, counts: { ...counts, TA: 0 } }));
}

function pick(window: ReturnType<typeof withoutTalk>[number] | undefined) {
  if (window === undefined) return undefined;
  const { commands, effective, pctEffective, counts, assessable } = window;
  return { commands, effective, pctEffective, counts, assessable };
}
