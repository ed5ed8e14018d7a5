import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findProgram } from '#shared/domain/programs/findProgram.ts';
import type { Fact, FactDraft } from '#shared/protocol/facts.ts';
import { CodeId, TakeId, PromptId, RemarkId, UtteranceId } from '#shared/protocol/ids.ts';
import { aFact, CAREGIVER_A, LEAD, numbered, PARENT, SUPERVISOR, UNTIL_CHECK_IN } from '../testing/aSession.ts';
import { foldFacts } from '../foldFacts.ts';
import type { TranscriptLine, TranscriptLineOf, TranscriptLineType } from './transcriptLine.ts';
import { transcriptLines } from './transcriptLines.ts';

const PCIT = findProgram('pcit', 'pcit-2011')!;
const END = 600_000;

type Timed = readonly [at: number, draft: FactDraft];

const uuid = (kind: string, n: number) => `00000000-0000-4000-${kind}-${String(n).padStart(12, '0')}`;
const utterance = (n: number) => UtteranceId.parse(uuid('a001', n));
const remark = (n: number) => RemarkId.parse(uuid('a002', n));
const PART = TakeId.parse(uuid('a003', 1));
const PROMPT = PromptId.parse(uuid('a004', 1));

const code = (n: number, name: string, heardAt: number, by = LEAD): Timed => [
  heardAt,
  {
    type: 'code.recorded',
    by,
    codeId: aFact.codeId(n),
    code: name,
    caregiverId: CAREGIVER_A,
    heardAt,
    pressedAt: heardAt,
  },
];

const coding = (kind: 'cdi' | 'pdi'): Timed => [
  100_000,
  {
    type: 'coding.started',
    by: LEAD,
    windowId: aFact.windowId(1),
    kind,
    caregiverId: CAREGIVER_A,
    lengthMs: 300_000,
  },
];
const CODING = coding('cdi');
const CODING_OVER: Timed = [
  400_000,
  { type: 'coding.finished', by: 'server', windowId: aFact.windowId(1), complete: true },
];
const found = (...stretches: [number, number][]): Timed => [
  END,
  { type: 'speech.found', by: 'server', partId: PART, model: 'test', stretches },
];

/** The lines of a session with these facts, from its check-in on. */
function linesOf(...timed: readonly Timed[]): readonly TranscriptLine[] {
  const before = numbered(UNTIL_CHECK_IN);
  const facts = timed.map(([at, draft], index): Fact => ({ ...draft, at, seq: before.length + 2 + index }));
  return transcriptLines(foldFacts([aFact.opened(), ...before, ...facts]), PCIT, END);
}

function only<T extends TranscriptLineType>(lines: readonly TranscriptLine[], type: T): readonly TranscriptLineOf<T>[] {
  return lines.filter((line): line is TranscriptLineOf<T> => line.type === type);
}

test('a code shows when, what, by whom and of which stream', () => {
  const [line] = only(linesOf(CODING, code(1, 'LP', 120_000)), 'code');
  expect(line).toMatchObject({
    at: 120_000,
    code: 'LP',
    stream: 'parent',
    treatmentPhase: 'cdi',
    caregiverName: 'Maria',
    coder: { participantId: LEAD, name: 'Noor' },
    byLead: true,
    standing: { is: 'given' },
    words: undefined,
  });
});

test.for<{ after: Timed[]; standing: object }>([
  { after: [[130_000, { type: 'code.undone', by: LEAD, codeId: aFact.codeId(1) }]], standing: { is: 'undone' } },
  {
    after: [[END, { type: 'code.corrected', by: SUPERVISOR, codeId: aFact.codeId(1), code: 'UP', reason: 'no label' }]],
    standing: { is: 'corrected', to: 'UP', why: 'no label', by: { participantId: SUPERVISOR, name: 'Ada' } },
  },
  {
    after: [
      [END, { type: 'code.corrected', by: SUPERVISOR, codeId: aFact.codeId(1), code: null, reason: 'the child' }],
    ],
    standing: { is: 'struck', why: 'the child', by: { participantId: SUPERVISOR, name: 'Ada' } },
  },
])('[REV3] a code that is $standing.is stays as it was given', ({ after, standing }) => {
  const ada: Timed = [
    END,
    { type: 'reviewer.arrived', by: SUPERVISOR, participantId: SUPERVISOR, name: 'Ada', role: 'supervisor' },
  ];
  const lines = only(linesOf(CODING, code(1, 'LP', 120_000), ada, ...after), 'code');
  expect(lines).toMatchObject([{ code: 'LP', standing }]);
});

test('[REV3] a code that a review added shows its reason', () => {
  const added = {
    type: 'code.added',
    by: SUPERVISOR,
    codeId: aFact.codeId(9),
    code: 'BD',
    caregiverId: CAREGIVER_A,
  } as const;
  const lines = only(linesOf(CODING, [END, { ...added, heardAt: 130_000, reason: 'it was missed' }]), 'code');
  expect(lines).toMatchObject([{ at: 130_000, code: 'BD', standing: { is: 'added', why: 'it was missed' } }]);
});

test('words appear with the code that they were typed for, or alone; the latest words count', () => {
  const write = (n: number, text: string, codeId: CodeId | null, heardAt: number): Timed => [
    END,
    { type: 'utterance.written', by: LEAD, utteranceId: utterance(n), heardAt, speaker: 'parent', text, codeId },
  ];
  const lines = linesOf(
    CODING,
    code(1, 'LP', 120_000),
    write(1, 'I love it', aFact.codeId(1), 120_000),
    write(2, 'Hm.', null, 125_000),
    write(1, 'I love how you build', aFact.codeId(1), 120_000),
  );
  expect(only(lines, 'code')[0]?.words).toMatchObject({ source: 'typed', text: 'I love how you build' });
  expect(only(lines, 'words')).toMatchObject([{ at: 125_000, speaker: 'parent', words: { text: 'Hm.' } }]);
});

test.for([
  { codedAt: 120_000, beside: true },
  { codedAt: 123_000, beside: true },
  { codedAt: 123_001, beside: false },
  { codedAt: 119_999, beside: false },
])('[TRN5] words from 120 s to 121 s beside a code at $codedAt ms: $beside', ({ codedAt, beside }) => {
  const heard: Timed = [
    END,
    {
      type: 'speech.transcribed',
      by: 'server',
      partId: PART,
      engine: 'e',
      lines: [{ from: 120_000, to: 121_000, text: 'so high' }],
    },
  ];
  const lines = linesOf(CODING, code(1, 'BD', codedAt), heard);
  expect(only(lines, 'code')[0]?.words?.text).toBe(beside ? 'so high' : undefined);
  expect(only(lines, 'words').map(({ words }) => words.text)).toEqual(beside ? [] : ['so high']);
});

test('[TRN5] each transcribed span goes to its own code, and typed words go first', () => {
  const heard: Timed = [
    END,
    {
      ...{ type: 'speech.transcribed', by: 'server', partId: PART, engine: 'e' },
      lines: [
        { from: 120_000, to: 120_500, text: 'one' },
        { from: 120_900, to: 121_500, text: 'two' },
        { from: 121_600, to: 122_000, text: 'three' },
      ],
    },
  ];
  const typed: Timed = [
    END,
    {
      type: 'utterance.written',
      by: LEAD,
      utteranceId: utterance(1),
      heardAt: 121_000,
      speaker: 'parent',
      text: 'typed',
      codeId: aFact.codeId(1),
    },
  ];
  const lines = linesOf(CODING, code(1, 'BD', 121_000), code(2, 'RF', 121_200), code(3, 'LP', 122_000), typed, heard);
  expect(only(lines, 'code').map(({ words }) => words?.text)).toEqual(['typed', 'one', 'two']);
  expect(only(lines, 'words').map(({ words }) => words.text)).toEqual(['three']);
});

test('[TRN4] speech that nobody coded is shown in a window and not before check-in', () => {
  const lines = linesOf(
    CODING,
    code(1, 'LP', 120_000),
    CODING_OVER,
    found([50_000, 52_000], [119_000, 120_000], [200_000, 202_000]),
  );
  expect(only(lines, 'uncoded')).toMatchObject([{ at: 200_000, to: 202_000 }]);
});

test('[TRN4] in coaching it is shown only where the lead coach was coding', () => {
  const spoken = found([420_000, 422_000]);
  expect(only(linesOf(CODING, CODING_OVER, spoken), 'uncoded')).toEqual([]);
  expect(only(linesOf(CODING, CODING_OVER, code(1, 'LP', 500_000), spoken), 'uncoded')).toHaveLength(1);
});

test('[TRN4] codes of the coach do not make the parent’s speech coded, and neither do undone codes', () => {
  const spoken = found([200_000, 202_000]);
  const undone: Timed = [210_000, { type: 'code.undone', by: LEAD, codeId: aFact.codeId(1) }];
  const ofCoach = PCIT.codes.find(({ stream }) => stream === 'coach')!.code;
  expect(only(linesOf(CODING, code(1, 'LP', 201_000), spoken), 'uncoded')).toEqual([]);
  expect(only(linesOf(CODING, code(1, 'LP', 201_000), undone, spoken), 'uncoded')).toHaveLength(1);
  expect(only(linesOf(CODING, code(1, ofCoach, 201_000, SUPERVISOR), spoken), 'uncoded')).toHaveLength(1);
});

test('a whisper shows when, how long and to whom, and ends with its phase', () => {
  const open: FactDraft = {
    type: 'voice.opened',
    by: LEAD,
    participantId: LEAD,
    track: 'coach-voice',
    hearers: [PARENT],
  };
  const lines = linesOf(
    CODING,
    CODING_OVER,
    [410_000, open],
    [413_500, { type: 'voice.closed', by: LEAD, participantId: LEAD, why: 'released' }],
    [420_000, open],
    [425_000, { type: 'feedback.started', by: LEAD }],
  );
  expect(only(lines, 'voice')).toMatchObject([
    {
      at: 410_000,
      to: 413_500,
      speaker: { name: 'Noor' },
      hearers: [{ participantId: PARENT, name: 'Maria’s phone' }],
    },
    { at: 420_000, to: 425_000 },
  ]);
});

test('a prompt shows to whom it went and what happened to it on each device', () => {
  const sent: FactDraft = {
    type: 'prompt.sent',
    by: LEAD,
    promptId: PROMPT,
    text: 'Praise her',
    caregiverId: CAREGIVER_A,
    skill: 'LP',
    spoken: true,
  };
  const delivered: FactDraft = {
    type: 'prompt.delivered',
    by: PARENT,
    participantId: PARENT,
    promptId: PROMPT,
    outcome: 'spoken',
  };
  expect(only(linesOf(CODING, CODING_OVER, [410_000, sent], [410_400, delivered]), 'prompt')).toMatchObject([
    {
      ...{ at: 410_000, text: 'Praise her', caregiverName: 'Maria', skill: 'LP' },
      deliveries: [{ device: { name: 'Maria’s phone' }, kind: 'combined', outcome: 'spoken' }],
    },
  ]);
});

test('windows, phases and gaps surround the rest: a window ends before the phase that follows it begins', () => {
  const lost: Timed = [200_000, { type: 'participant.left', by: 'server', participantId: PARENT, why: 'connection' }];
  const lines = linesOf(CODING, lost, CODING_OVER).filter(({ at }) => at >= 100_000);
  expect(lines.map((line) => (line.type === 'window' ? `${line.type} ${line.is}` : line.type))).toEqual([
    'phase',
    'window began',
    'gap',
    'window ended',
    'phase',
  ]);
});

test('[SEQ2] a command sequence shows its steps, including those by its clocks, and how it ended', () => {
  const lines = linesOf(
    coding('pdi'),
    code(1, 'DC', 120_000),
    code(2, 'CO', 122_000),
    code(3, 'LP', 124_000),
    code(4, 'DC', 150_000),
    code(5, 'CO', 152_000),
  );
  expect(only(lines, 'step').map(({ at, step, outcome }) => [at, step, outcome])).toEqual([
    [120_000, 'command-wait', undefined],
    [122_000, 'praise', undefined],
    [124_000, 'play', 'correct'],
    [150_000, 'command-wait', undefined],
    [152_000, 'praise', undefined],
    [157_001, 'play', 'incorrect'],
  ]);
});

test('remarks appear at their time and replies with their comment; remarks on the whole session are left out', () => {
  const say = (n: number, about: number | null, answers: number | null): Timed => [
    END,
    {
      type: 'comment.written',
      by: SUPERVISOR,
      remarkId: remark(n),
      about,
      text: `c${n}`,
      answers: answers === null ? null : remark(answers),
    },
  ];
  const mark: Timed = [
    END,
    { type: 'bookmark.set', by: SUPERVISOR, remarkId: remark(8), about: 150_000, label: 'here' },
  ];
  const lines = linesOf(CODING, say(1, 140_000, null), say(2, null, 1), say(3, null, null), mark);
  expect(only(lines, 'comment').map(({ at, text }) => [at, text])).toEqual([
    [140_000, 'c1'],
    [140_000, 'c2'],
  ]);
  expect(only(lines, 'bookmark')).toMatchObject([{ at: 150_000, label: 'here' }]);
});

test('every code of a session is in its transcript once, in order of time, and no two lines share a key', () => {
  const names = PCIT.codes.map((one) => one.code);
  const aCode = fc.record({
    name: fc.constantFrom(...names),
    at: fc.integer({ min: 100_000, max: END }),
    by: fc.constantFrom(LEAD, SUPERVISOR),
    then: fc.constantFrom('stands', 'undone', 'corrected', 'struck'),
  });
  const aSpan = fc
    .tuple(fc.integer({ min: 0, max: END }), fc.integer({ min: 1, max: 5_000 }))
    .map(([from, length]): [number, number] => [from, from + length]);
  fc.assert(
    fc.property(fc.array(aCode, { maxLength: 40 }), fc.array(aSpan, { maxLength: 20 }), (codes, stretches) => {
      const given = codes.map(({ name, at, by }, n) => code(n, name, at, by));
      const changed = codes.flatMap(({ then, by }, n): Timed[] => {
        const codeId = aFact.codeId(n);
        if (then === 'stands') return [];
        if (then === 'undone') return [[END, { type: 'code.undone', by, codeId }]];
        const to = then === 'struck' ? null : 'UP';
        return [[END, { type: 'code.corrected', by: SUPERVISOR, codeId, code: to, reason: 'because' }]];
      });
      const words = stretches.map(([from, to], n) => ({ from, to, text: `w${n}` }));
      const heard: Timed = [END, { type: 'speech.transcribed', by: 'server', partId: PART, engine: 'e', lines: words }];
      const lines = linesOf(CODING, ...given, CODING_OVER, ...changed, found(...stretches), heard);

      expect(
        only(lines, 'code')
          .map(({ codeId }) => codeId)
          .sort(),
      ).toEqual(codes.map((_, n) => aFact.codeId(n)).sort());
      expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).sort((one, other) => one - other));
      expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
      const texts = lines.flatMap((line) => ('words' in line && line.words ? [line.words.text] : []));
      expect(texts.sort()).toEqual(words.map(({ text }) => text).sort());
    }),
    { numRuns: 60 },
  );
});

test('[PDI2] a command without a coded response is open, in a phase with a command sequence', () => {
  const said = [code(1, 'DC', 120_000), code(2, 'DC', 130_000), code(3, 'CO', 133_000), code(4, 'IC', 140_000)];
  const openIn = (window: Timed) =>
    only(linesOf(window, ...said), 'code')
      .filter(({ isOpen }) => isOpen)
      .map((line) => line.at);
  expect(openIn(coding('pdi'))).toEqual([120_000, 140_000]);
  expect(openIn(CODING)).toEqual([]);
});
