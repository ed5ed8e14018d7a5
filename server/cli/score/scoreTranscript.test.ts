import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTranscript, TRANSCRIPT_FORMAT } from '#shared/protocol/transcript.ts';
import { aRecord, aSequence, PARENT, someWindows, WHOLE } from './testing/codedRecords.ts';
import { naiveFollowThrough } from './testing/naiveFollowThrough.ts';
import { naiveScore, type PlainEvent, type PlainWindow } from './testing/naiveScore.ts';
import { scoreTranscript } from './scoreTranscript.ts';

const RUNS = { numRuns: 600 };
function scored(windows: readonly PlainWindow[], events: readonly PlainEvent[], criteria = 'pcit-2011') {
  const read = readTranscript({ format: TRANSCRIPT_FORMAT, programme: 'pcit', criteria, windows, events });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return scoreTranscript(read.transcript, read.program);
}

/** The output without the labels, which are only texts. */
function figures(windows: readonly PlainWindow[], events: readonly PlainEvent[], criteria?: string) {
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
    windows: scored(windows, events, criteria).windows.map(({ criteria: all, ...rest }) => ({
      ...rest,
      criteria: all.map(strip),
    })),
  };
}

/**
 * Everything that the naive reading of PDI4 can report: each code that comes too soon at each step, each way out, each
 * limit.
 */
const SENTENCES: readonly string[] = [
  ...beforeStep('praise', 'DC IC NTA WARN CHAIR REDO'),
  ...beforeStep('WARN', 'DC IC NTA CHAIR REDO ACK STOP'),
  ...beforeStep('CO NC', 'DC IC CHAIR REDO ACK WARN STOP'),
  ...beforeStep('CHAIR', 'DC IC NTA WARN REDO ACK STOP'),
  ...beforeStep('REDO', 'DC IC NTA WARN CHAIR ACK STOP'),
  ...beforeStep('ACK', 'DC IC NTA WARN CHAIR REDO STOP'),
  ...['WARN', 'CO NC', 'CHAIR', 'REDO', 'ACK'].map((step) => `record ends before ${step}`),
  ...['CO', 'WARN'].flatMap((after) => [
    `LP after ${after}`,
    `STOP before praise after ${after}`,
    `record ends before praise after ${after}`,
  ]),
  ...[...PARENT, 'CHAIR', 'ESCAPE', 'ROOM', 'STOP'].map((code) => `${code} on the chair`),
  ...['LP too late', 'something else too late', 'finished soon after', 'finished long after'],
  ...['other talk before praise', 'something else before praise'],
  ...['chair, round 1', 'chair, round 2', 'chair, round 3', 'RELEASE', 'RELEASE too soon', 'ACK'],
  'record ends on the chair',
];

function beforeStep(step: string, codes: string): readonly string[] {
  return codes.split(' ').map((code) => `${code} before ${step}`);
}

describe('the output', () => {
  test("[WIN1-2] [CDI1-5] [PDI1-6] matches a literal reading of the format's page", () => {
    fc.assert(
      fc.property(fc.oneof(someWindows, fc.constant(WHOLE)), aRecord, (coded, events) => {
        expect(figures(coded, events)).toEqual(naiveScore(coded, events));
        const criteria = 'pcit-2011-r1';
        expect(figures(coded, events, criteria)).toEqual(naiveScore(coded, events, 1));
      }),
      RUNS,
    );
  });

  test('[PDI4] the generated records reach every sentence of the rule', () => {
    const heard = new Set<string>();
    for (const sequence of fc.sample(aSequence, { numRuns: 6_000, seed: 4 })) {
      let at = 0;
      const events = sequence.map(([gap, code]) => ({ at: (at += gap), code }));
      const answered = events.findIndex(({ code }) => code === 'CO' || code === 'NC');
      const answer = events[answered];
      if (answer) naiveFollowThrough(answer, events.slice(answered + 1), (sentence) => heard.add(sentence));
    }
    const missing = SENTENCES.filter((sentence) => !heard.has(sentence));
    expect(missing).toEqual([]);
  });

  test('[WIN2] does not depend on the order in the file if times differ', () => {
    const apart = aRecord.map((events) => events.map((event, index) => ({ ...event, at: event.at + index })));
    const shuffled = apart.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray([...events], { minLength: events.length })),
    );
    fc.assert(
      fc.property(someWindows, shuffled, (coded, [events, other]) => {
        expect(scored(coded, other)).toEqual(scored(coded, events));
      }),
    );
  });

  test('[PDI2] follows the order in the file if times are equal', () => {
    const at = (code: string, index: number) => ({ id: `e${index}`, at: 5, code });
    expect(scored(WHOLE, ['DC', 'CO', 'LP'].map(at)).windows[1]).toMatchObject({ commands: 1, followUpCorrect: 1 });
    expect(scored(WHOLE, ['CO', 'DC', 'LP'].map(at)).windows[1]).toMatchObject({ commands: 0 });
    expect(scored(WHOLE, ['LP', 'DC', 'CO'].map(at)).windows[1]).toMatchObject({ commands: 1, followUpDue: 0 });
  });

  test('is the same with and without undone codes, and as before if they are redone', () => {
    const withUndone = aRecord.map((events) => ({ events, kept: events.filter(({ retracted }) => !retracted) }));
    fc.assert(
      fc.property(someWindows, withUndone, (coded, { events, kept }) => {
        expect(scored(coded, events)).toEqual(scored(coded, kept));
        const redone = events.flatMap((event) =>
          event.retracted ? [event] : [{ ...event, id: `${event.id} undone`, retracted: true }, event],
        );
        expect(scored(coded, redone)).toEqual(scored(coded, kept));
      }),
    );
  });

  test('[WIN1] is the same if a span is split', () => {
    fc.assert(
      fc.property(someWindows, aRecord, fc.nat(400_000), (coded, events, where) => {
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

  /** Neutral talk is one of the parent's codes, so it can come where another code is awaited. */
  test('[CDI5] [PDI4] neutral talk changes nothing in a CDI window, and only the follow-through in a PDI window', () => {
    fc.assert(
      fc.property(aRecord, fc.array(fc.nat(200_000)), (events, moments) => {
        const talk = moments.map((at, index) => ({ id: `t${index}`, at, code: 'TA' }));
        const [cdi, pdi] = withoutTalk(scored(WHOLE, events));
        const [cdiThen, pdiThen] = withoutTalk(scored(WHOLE, [...events, ...talk]));
        expect(cdiThen).toEqual(cdi);
        expect(pick(pdiThen)).toEqual(pick(pdi));
        // It can spoil a follow-through or decide an unfinished one, but it never makes one correct.
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
