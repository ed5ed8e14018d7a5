import { cpuUsage } from 'node:process';
import { describe, expect, test } from 'vitest';
import { listPrograms } from '#shared/domain/programs/findProgram.ts';
import { MAX_SPANS, MAX_WINDOWS, readTranscript, transcriptCodes } from './transcript.ts';
import { growth, LINEAR } from '#shared/testing/growth.ts';
import { eventsToScore } from './transcriptEvents.ts';
import { jsonPath } from './transcriptFault.ts';

const EXAMPLE = {
  format: 'earshot-transcript/1',
  programme: 'pcit',
  criteria: 'pcit-2011',
  session: { id: 's1', startedAt: '2026-11-21T10:00:00.000Z' },
  caregiver: 'c1',
  coder: 'u1',
  windows: [
    {
      id: 'w1',
      kind: 'cdi',
      spans: [
        [0, 180_000],
        [240_000, 360_000],
      ],
      void: false,
    },
  ],
  events: [
    { id: 'e1', at: 1_200, code: 'LP', text: 'I love how gently you stack those' },
    { id: 'e2', at: 4_100, candidates: ['LP', 'UP'], mode: 'unsure' },
    { id: 'e3', at: 9_000, code: 'DC', effective: false },
    { id: 'e4', at: 9_900, code: 'QU', retracted: true },
  ],
};

function faults(raw: unknown): string[] {
  const read = readTranscript(raw);
  return read.ok ? [] : read.faults.map(({ path }) => jsonPath(path));
}
const withEvent = (event: object) => ({ ...EXAMPLE, events: [{ id: 'e1', at: 5, ...event }] });
const withWindow = (window: object) => ({ ...EXAMPLE, windows: [{ id: 'w1', kind: 'pdi', spans: [], ...window }] });

describe('[TRN1] what is valid is read', () => {
  test('the example of the format: events that stand, each with its one code', () => {
    const read = readTranscript(EXAMPLE);
    if (!read.ok) throw new Error('refused');
    expect(eventsToScore(read.transcript, read.program)).toEqual([
      { at: 1_200, code: 'LP', effective: true, void: false },
      { at: 4_100, code: 'UP', effective: true, void: false },
      { at: 9_000, code: 'DC', effective: false, void: false },
    ]);
  });

  test.for([
    ['nothing optional', { format: EXAMPLE.format, programme: 'pcit', criteria: 'pcit-2011', windows: [], events: [] }],
    [
      'an empty span, spans that touch, and any order of them',
      withWindow({
        spans: [
          [9, 12],
          [5, 5],
          [5, 9],
        ],
      }),
    ],
    ['a flag that says no, on any code', withEvent({ code: 'LP', void: false, retracted: false })],
    ['an interrupted command', withEvent({ code: 'IC', void: true })],
    ['a doubtful one', withEvent({ candidates: ['DC', 'QU'], mode: 'both', effective: false, void: true })],
    ['three candidates', withEvent({ candidates: ['TA', 'BD', 'RF'], mode: 'unsure' })],
    ['doubt about what the child did', withEvent({ candidates: ['CO', 'NC'], mode: 'unsure' })],
  ] as const)('%s', ([, raw]) => {
    expect(faults(raw)).toEqual([]);
  });

  test.for('WARN CHAIR ESCAPE ROOM RELEASE REDO ACK STOP CO NC NOC NTA DC IC LP UP QU IQ DQ RF BD TA'.split(' '))(
    'the code %s',
    (code) => {
      expect(faults(withEvent({ code }))).toEqual([]);
    },
  );

  test('every program’s own codes and phases', () => {
    for (const program of listPrograms()) {
      const { id, version, phases } = program;
      const windows = phases.map((phase, index) => ({ id: `w${index}`, kind: phase.id, spans: [[0, 1]] }));
      const events = transcriptCodes(program).map(({ code }, at) => ({ id: `e${at}`, at, code }));
      expect(faults({ ...EXAMPLE, programme: id, criteria: version, windows, events })).toEqual([]);
    }
  });
});

describe('[TRN2] a transcript that breaks the format is refused, with the place of the fault', () => {
  test.for([
    ['no object', [], ['$']],
    ['nothing', null, ['$']],
    ['an empty object', {}, ['$.format', '$.programme', '$.criteria', '$.windows', '$.events']],
    ['another format', { ...EXAMPLE, format: 'earshot-transcript/2' }, ['$.format']],
    ['an unknown program', { ...EXAMPLE, programme: 'abc' }, ['$.programme']],
    ['an unknown version', { ...EXAMPLE, criteria: 'pcit-1999' }, ['$.criteria']],
    ['an unknown field', { ...EXAMPLE, note: 1 }, ['$.note']],
    ['an unknown field of an event', withEvent({ code: 'LP', retrakted: true }), ['$.events[0].retrakted']],
    ['no code', withEvent({}), ['$.events[0].code']],
    ['an unknown code', withEvent({ code: 'XX' }), ['$.events[0].code']],
    ['a code of another case', withEvent({ code: 'lp' }), ['$.events[0].code']],
    ['a step of the log alone', withEvent({ code: 'SEAT' }), ['$.events[0].code']],
    ['what the coach says', withEvent({ code: 'LPC' }), ['$.events[0].code']],
    [
      'a code and candidates',
      withEvent({ code: 'LP', candidates: ['LP', 'UP'], mode: 'both' }),
      ['$.events[0].candidates'],
    ],
    ['candidates without a mode', withEvent({ candidates: ['LP', 'UP'] }), ['$.events[0].mode']],
    ['a mode without candidates', withEvent({ code: 'LP', mode: 'both' }), ['$.events[0].mode']],
    ['another mode', withEvent({ candidates: ['LP', 'UP'], mode: 'either' }), ['$.events[0].mode']],
    ['one candidate', withEvent({ candidates: ['LP'], mode: 'both' }), ['$.events[0].candidates']],
    ['one candidate twice', withEvent({ candidates: ['LP', 'LP'], mode: 'both' }), ['$.events[0].candidates']],
    ['parent or child', withEvent({ candidates: ['LP', 'CO'], mode: 'both' }), ['$.events[0].candidates']],
    ['an unknown candidate', withEvent({ candidates: ['LP', 'XX'], mode: 'both' }), ['$.events[0].candidates[1]']],
    ['effective on praise', withEvent({ code: 'LP', effective: true }), ['$.events[0].effective']],
    ['effective on an indirect command', withEvent({ code: 'IC', effective: false }), ['$.events[0].effective']],
    ['effective in words', withEvent({ code: 'DC', effective: 'no' }), ['$.events[0].effective']],
    ['void on praise', withEvent({ code: 'LP', void: true }), ['$.events[0].void']],
    ['a fraction of a millisecond', withEvent({ code: 'LP', at: 1.5 }), ['$.events[0].at']],
    ['a time before the session', withEvent({ code: 'LP', at: -1 }), ['$.events[0].at']],
    ['a time in words', withEvent({ code: 'LP', at: '5' }), ['$.events[0].at']],
    ['no time', { ...EXAMPLE, events: [{ id: 'e1', code: 'LP' }] }, ['$.events[0].at']],
    ['an event without an id', { ...EXAMPLE, events: [{ at: 1, code: 'LP' }] }, ['$.events[0].id']],
    ['an event that is none', { ...EXAMPLE, events: [7] }, ['$.events[0]']],
    ['an id twice', { ...EXAMPLE, events: [...EXAMPLE.events, EXAMPLE.events[0]] }, ['$.events[4].id']],
    ['a window’s id twice', { ...EXAMPLE, windows: [...EXAMPLE.windows, ...EXAMPLE.windows] }, ['$.windows[1].id']],
    ['an unknown kind', withWindow({ kind: 'xdi' }), ['$.windows[0].kind']],
    ['a span that ends before it begins', withWindow({ spans: [[9, 5]] }), ['$.windows[0].spans[0]']],
    [
      'more windows than a day has',
      {
        ...EXAMPLE,
        windows: Array.from({ length: MAX_WINDOWS + 1 }, (_, id) => ({ id: `w${id}`, kind: 'cdi', spans: [] })),
      },
      ['$.windows'],
    ],
    [
      'more spans than a clock is stopped in',
      withWindow({ spans: Array.from({ length: MAX_SPANS + 1 }, () => [0, 0]) }),
      ['$.windows[0].spans'],
    ],
    [
      'a span within another that others lie between',
      withWindow({
        spans: [
          [30, 31],
          [0, 40],
          [50, 60],
          [2, 3],
        ],
      }),
      ['$.windows[0].spans[1]', '$.windows[0].spans[3]'],
    ],
    [
      'spans that overlap',
      withWindow({
        spans: [
          [0, 9],
          [20, 30],
          [8, 12],
        ],
      }),
      ['$.windows[0].spans[2]'],
    ],
    ['a span of one end', withWindow({ spans: [[5]] }), ['$.windows[0].spans[0]']],
    ['half a millisecond', withWindow({ spans: [[0, 9.5]] }), ['$.windows[0].spans[0][1]']],
    ['text that is none', withEvent({ code: 'LP', text: 5 }), ['$.events[0].text']],
  ] as const)('%s', ([, raw, paths]) => {
    expect(faults(raw)).toEqual(paths);
  });

  test('every fault at once, whatever its kind', () => {
    const events = [{ id: 'e1', at: -1, code: 'XX' }, { id: 'e1', at: 1, candidates: ['LP', 'LP'] }, null];
    const found = faults({ ...EXAMPLE, windows: [{ id: 'w1', kind: 'cdi', spans: [[9, 5]], void: 0 }], events });
    expect(found.toSorted()).toEqual([
      '$.events[0].at',
      '$.events[0].code',
      '$.events[1].candidates',
      '$.events[1].id',
      '$.events[1].mode',
      '$.events[2]',
      '$.windows[0].spans[0]',
      '$.windows[0].void',
    ]);
  });
});

test('a path with strange keys can still be read', () => {
  expect(jsonPath(['a b', 0, 'c'])).toBe('$["a b"][0].c');
});

test.for([
  ['spans that are empty', [0, 0]],
  ['spans that overlap', [0, 9]],
] as const)('the time to read a file grows no faster than its size: %s', ([, span]) => {
  const read = (size: number) => {
    const raw = withWindow({ spans: Array.from({ length: size }, () => span) });
    return () => readTranscript(raw);
  };
  expect(growth(read, 500, cpuUsage)).toBeLessThan(LINEAR);
});
