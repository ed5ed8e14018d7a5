import type { Fact, FactDraft } from '#shared/protocol/facts.ts';
import { CodeId, CodingId, NoteId, ParticipantId, PromptId, UtteranceId } from '#shared/protocol/ids.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { aFact, CAREGIVER_A, CAREGIVER_B, LEAD, PARENT, SESSION, SUPERVISOR, UNTIL_CHECK_IN } from './aSession.ts';
import { foldFacts } from '../foldFacts.ts';
import type { ExportScene } from '#shared/session/exportScene.ts';

/**
 * Builders for tests of exports: a closed session of two caregivers with every case that an export must distinguish.
 */

/** The words of a session that people write themselves. */
export type MadeUp = {
  readonly leadName: string;
  readonly observerName: string;
  readonly coderName: string;
  readonly caregiverNames: readonly [string, string];
  readonly text: string;
  readonly reason: string;
  /** Noted by the lead coach. */
  readonly note: string;
};

/** Noted by an observer: supervision. */
export const SUPERVISION_NOTE = 'Ask him why he hurried';

export const PLAIN_WORDS: MadeUp = {
  leadName: 'Noor',
  observerName: 'Ada',
  coderName: 'Omar',
  caregiverNames: ['Maria', 'Jon'],
  text: 'I love how gently you stack those',
  reason: 'Nothing is named',
  note: 'She waited for the answer',
};

export const SECOND_CODING = CodingId.parse('00000000-0000-4000-8000-0000000000c1');
export const UNFINISHED_CODING = CodingId.parse('00000000-0000-4000-8000-0000000000c2');
const OMAR = ParticipantId.parse('omar');
const NOTE = NoteId.parse('00000000-0000-4000-8000-0000000000b1');
const NOTE_OF_OBSERVER = NoteId.parse('00000000-0000-4000-8000-0000000000b2');
const PROMPT = PromptId.parse('00000000-0000-4000-8000-0000000000d1');
const UTTERANCE = UtteranceId.parse('00000000-0000-4000-8000-0000000000e1');

/** The codes of the session by what happened to them. */
export const CODES = {
  praise: aFact.codeId(101),
  unsure: aFact.codeId(102),
  undone: aFact.codeId(103),
  corrected: aFact.codeId(104),
  struck: aFact.codeId(105),
  observed: aFact.codeId(106),
  coach: aFact.codeId(107),
  added: aFact.codeId(108),
  command: aFact.codeId(109),
  complied: aFact.codeId(110),
  judged: aFact.codeId(111),
  judgedThenCorrected: aFact.codeId(112),
  again: CodeId.parse('00000000-0000-4000-8000-0000000000a1'),
  againUndone: CodeId.parse('00000000-0000-4000-8000-0000000000a2'),
} as const;

type Timed = FactDraft & { readonly at: number };

/** Its whole log. */
export function reviewedFacts(words: MadeUp = PLAIN_WORDS): readonly Fact[] {
  const { leadName, caregiverNames } = words;
  const [one, two] = caregiverNames;
  const opened = aFact.opened({
    leadName,
    caregivers: [
      { caregiverId: CAREGIVER_A, name: one },
      { caregiverId: CAREGIVER_B, name: two },
    ],
  });
  const before = UNTIL_CHECK_IN.map((draft): Timed => ({ ...draft, at: 1_000, ...named(draft, leadName) }));
  const facts = [...before, ...play(words), ...review(words)].map((draft, index) => ({ ...draft, seq: index + 2 }));
  return [opened, ...facts];
}

export function aReviewedSession(words: MadeUp = PLAIN_WORDS): ExportScene {
  return {
    sessionId: SESSION,
    state: foldFacts(reviewedFacts(words)),
    program: PCIT,
    exportedBy: words.observerName,
    exportedAt: '2026-11-22T09:30:00.000Z',
    timeZone: 'UTC',
    childInitials: 'T.',
    therapistName: words.leadName,
  };
}

function named(draft: FactDraft, name: string) {
  return draft.type === 'participant.joined' && draft.participantId === LEAD ? { name } : {};
}

/** Two windows of the first caregiver, the second with a time-out and a gap, and a void one of the other caregiver. */
function play({ observerName, text, note }: MadeUp): readonly Timed[] {
  const window = (n: number, kind: string, caregiverId: typeof CAREGIVER_A) => {
    return { windowId: aFact.windowId(n), kind, caregiverId, lengthMs: 300_000 };
  };
  const observer = {
    participantId: SUPERVISOR,
    name: observerName,
    role: 'supervisor',
    device: null,
    wearer: null,
  } as const;
  const prompt = { promptId: PROMPT, text, caregiverId: CAREGIVER_A, skill: 'LP', coachCode: null, spoken: false };
  return [
    { type: 'participant.joined', by: 'server', at: 2_000, ...observer },
    { type: 'coding.started', by: LEAD, at: 10_000, ...window(1, 'cdi', CAREGIVER_A) },
    code(CODES.praise, 'LP', 11_200),
    { ...code(CODES.unsure, 'UP', 14_100), candidates: ['LP', 'UP'], mode: 'unsure' },
    code(CODES.undone, 'QU', 15_000),
    { type: 'code.undone', by: LEAD, at: 15_500, codeId: CODES.undone },
    code(CODES.corrected, 'LP', 20_000),
    code(CODES.struck, 'NTA', 20_000),
    { ...code(CODES.observed, 'UP', 20_001), by: SUPERVISOR },
    { ...code(CODES.coach, 'LPC', 22_000), by: SUPERVISOR },
    { type: 'coding.paused', by: LEAD, at: 60_000, reason: 'A knock at the door' },
    { type: 'coding.resumed', by: LEAD, at: 70_000 },
    { type: 'coding.finished', by: 'server', at: 320_000, windowId: aFact.windowId(1), complete: true },
    { type: 'prompt.sent', by: LEAD, at: 330_000, ...prompt },
    { type: 'prompt.delivered', by: 'server', at: 330_500, promptId: PROMPT, participantId: PARENT, outcome: 'shown' },
    { type: 'coding.started', by: LEAD, at: 400_000, ...window(2, 'pdi', CAREGIVER_A) },
    code(CODES.command, 'DC', 401_000),
    code(CODES.complied, 'CO', 403_000),
    code(CODES.judged, 'DC', 410_000),
    { type: 'command.judged', by: LEAD, at: 411_000, codeId: CODES.judged, effective: false },
    code(CODES.judgedThenCorrected, 'DC', 415_000),
    { type: 'command.judged', by: LEAD, at: 416_000, codeId: CODES.judgedThenCorrected, effective: false },
    { type: 'coding.finished', by: LEAD, at: 450_000, windowId: aFact.windowId(2), complete: false },
    { type: 'caregiver.chosen', by: LEAD, at: 460_000, caregiverId: CAREGIVER_B },
    { type: 'coding.started', by: LEAD, at: 500_000, ...window(3, 'cdi', CAREGIVER_B) },
    { ...code(aFact.codeId(120), 'BD', 501_000), caregiverId: CAREGIVER_B },
    { type: 'participant.left', by: 'server', at: 510_000, participantId: PARENT, why: 'connection' },
    { type: 'coding.finished', by: LEAD, at: 600_000, windowId: aFact.windowId(3), complete: false },
    { type: 'note.written', by: LEAD, at: 605_000, noteId: NOTE, text: note },
    { type: 'note.written', by: SUPERVISOR, at: 606_000, noteId: NOTE_OF_OBSERVER, text: SUPERVISION_NOTE },
    { type: 'feedback.started', by: LEAD, at: 610_000 },
    { type: 'session.closed', by: LEAD, at: 700_000 },
  ];
}

function code(codeId: CodeId, name: string, heardAt: number) {
  const given = { codeId, code: name, caregiverId: CAREGIVER_A, heardAt, pressedAt: heardAt };
  return { type: 'code.recorded', by: LEAD, at: heardAt, ...given } as const;
}

function review({ coderName, observerName, text, reason }: MadeUp): readonly Timed[] {
  const at = 800_000;
  const [by, windowId] = [OMAR, aFact.windowId(1)];
  const coding = { windowId, source: 'recording', coderName, independent: true } as const;
  const spoken = { utteranceId: UTTERANCE, heardAt: 11_000, speaker: 'parent', text, codeId: CODES.praise } as const;
  const arrived = { participantId: SUPERVISOR, name: observerName, role: 'supervisor' } as const;
  return [
    { type: 'second-coding.started', by, at, codingId: SECOND_CODING, ...coding },
    { type: 'second-coding.coded', by, at, codingId: SECOND_CODING, codeId: CODES.again, code: 'LP', heardAt: 11_400 },
    {
      type: 'second-coding.coded',
      by,
      at,
      codingId: SECOND_CODING,
      codeId: CODES.againUndone,
      code: 'BD',
      heardAt: 12_000,
    },
    { type: 'second-coding.undone', by, at, codingId: SECOND_CODING, codeId: CODES.againUndone },
    { type: 'second-coding.finished', by, at, codingId: SECOND_CODING },
    { type: 'second-coding.started', by, at, codingId: UNFINISHED_CODING, ...coding },
    {
      type: 'second-coding.coded',
      by,
      at,
      codingId: UNFINISHED_CODING,
      codeId: aFact.codeId(130),
      code: 'RF',
      heardAt: 11_400,
    },
    { type: 'reviewer.arrived', by: SUPERVISOR, at, ...arrived },
    { type: 'review.opened', by: SUPERVISOR, at, what: 'review' },
    { type: 'code.corrected', by: SUPERVISOR, at, codeId: CODES.corrected, code: 'UP', reason },
    { type: 'code.corrected', by: SUPERVISOR, at, codeId: CODES.struck, code: null, reason },
    { type: 'code.corrected', by: SUPERVISOR, at, codeId: CODES.judgedThenCorrected, code: 'RF', reason },
    {
      type: 'code.added',
      by: SUPERVISOR,
      at,
      codeId: CODES.added,
      code: 'RF',
      caregiverId: CAREGIVER_A,
      heardAt: 25_000,
      reason,
    },
    { type: 'utterance.written', by: SUPERVISOR, at, ...spoken },
  ];
}
