import { describe, expect, test } from 'vitest';
import type { Fact, FactDraft } from '#shared/protocol/facts.ts';
import { aFact, CAREGIVER_A, codingSession, LEAD, PARENT, SUPERVISOR } from './testing/aSession.ts';
import { CodingId, ParticipantId } from '#shared/protocol/ids.ts';
import { LATE_FOR_MS, latePressOf, whyPressRefused } from './latePress.ts';
import { sessionMachine } from './sessionMachine.ts';
import { transition } from 'xstate';

const CLOSED_AT = 60_000;
const code = { type: 'code.recorded', by: LEAD, code: 'LP', caregiverId: CAREGIVER_A } as const;
const pressedAt = (ms: number, n = 2): FactDraft => ({ ...code, codeId: aFact.codeId(n), heardAt: ms, pressedAt: ms });
const signOff: FactDraft = { type: 'session.signed-off', by: LEAD, note: '' };

/** A closed session with one code in it, and then these later facts. */
function closedWith(later: readonly FactDraft[] = []) {
  const drafts: readonly FactDraft[] = [pressedAt(20_000, 1), { type: 'session.closed', by: LEAD }, ...later];
  let snapshot = codingSession(10_000);
  for (const draft of drafts) {
    const fact: Fact = { ...draft, seq: snapshot.context.session.seq + 1, at: CLOSED_AT };
    expect([fact.type, snapshot.can(fact)]).toEqual([fact.type, true]);
    [snapshot] = transition(sessionMachine, snapshot, fact);
  }
  return snapshot;
}

test.for([
  ['a code made before the close', pressedAt(59_000), 1_000, true],
  ['one made at the moment of it', pressedAt(CLOSED_AT), 1_000, true],
  ['one made after it', pressedAt(CLOSED_AT + 1), 1_000, false],
  ['one that arrives within a day', pressedAt(59_000), LATE_FOR_MS, true],
  ['one that arrives later than that', pressedAt(59_000), LATE_FOR_MS + 1, false],
  ['an undo', { type: 'code.undone', by: LEAD, codeId: aFact.codeId(1) }, 1_000, true],
  ['a judgment', { type: 'command.judged', by: LEAD, codeId: aFact.codeId(1), effective: false }, 1_000, true],
  ['an undo of an unknown code', { type: 'code.undone', by: LEAD, codeId: aFact.codeId(9) }, 1_000, false],
] as const)('[LOG5] a log may hold %s after the close', ([, draft, after, may]) => {
  const snapshot = closedWith();
  const fact: Fact = { ...draft, seq: snapshot.context.session.seq + 1, at: CLOSED_AT + after };
  expect(snapshot.can(fact)).toBe(may);
});

test('[LOG5] nothing is accepted once the record is signed off', () => {
  const snapshot = closedWith([signOff]);
  const fact: Fact = { ...pressedAt(59_000), seq: snapshot.context.session.seq + 1, at: CLOSED_AT + 1_000 };
  expect(snapshot.can(fact)).toBe(false);
});

test('[LOG5] a code that arrived after the close is told from one that arrived in time, by its press', () => {
  const { codes } = closedWith([pressedAt(59_000)]).context.session;
  expect(codes.map(latePressOf)).toEqual([undefined, 59_000]);
});

describe('which presses are refused', () => {
  const opens = (by: ParticipantId): FactDraft => ({ type: 'review.opened', by, what: 'report' });
  const codesAgain = { by: LEAD, codingId: CodingId.parse('00000000-0000-4000-8000-0000000000c1') } as const;
  const started = { source: 'recording', coderName: 'Noor', independent: false, windowId: aFact.windowId(1) } as const;
  const finished: readonly FactDraft[] = [
    { type: 'second-coding.started', ...codesAgain, ...started },
    { type: 'second-coding.finished', ...codesAgain },
  ];

  test.for([
    ['a press before the close', LEAD, 20_000, [], true],
    ['one at the moment of it', LEAD, CLOSED_AT, [], true],
    ['one after it', LEAD, CLOSED_AT + 1, [], false],
    ['an undo that does not say when it was made', LEAD, undefined, [], false],
    ['a press of a family’s device', PARENT, 20_000, [], false],
    ['one of somebody who never joined', SUPERVISOR, 20_000, [], false],
    ['one of somebody whose id is a word of the language', ParticipantId.parse('constructor'), 20_000, [], false],
    ['one from before they joined', LEAD, 0, [], false],
    ['one after they opened the report', LEAD, 20_000, [opens(LEAD)], false],
    ['one after somebody else opened it', LEAD, 20_000, [opens(SUPERVISOR)], true],
    ['one after they finished another coding', LEAD, 20_000, finished, false],
  ] as const)('[LOG5] %s', ([, by, at, later, isTaken]) => {
    const { session } = closedWith(later).context;
    expect(whyPressRefused(session, by, at) === undefined).toBe(isTaken);
  });

  test('[LOG5] during the session, an undo from an older page is accepted from a window that only sends its own presses', () => {
    const { session } = codingSession(10_000).context;
    expect(whyPressRefused(session, LEAD, undefined)).toBeUndefined();
    expect(whyPressRefused(session, SUPERVISOR, undefined)).toBeDefined();
  });
});
