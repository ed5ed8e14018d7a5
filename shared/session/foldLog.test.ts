import fc from 'fast-check';
import { initialTransition, transition } from 'xstate';
import { expect, test } from 'vitest';
import type { Fact, FactDraft } from '#shared/protocol/facts.ts';
import { foldFacts } from './foldFacts.ts';
import { foldLog, snapshotOf } from './foldLog.ts';
import { programOf } from './programOf.ts';
import { transcriptLines } from './review/transcriptLines.ts';
import { followSequence, playedCodes } from './sequence/followSequence.ts';
import { sessionMachine } from './sessionMachine.ts';
import { reportSession } from './sessionReport.ts';
import type { SessionState } from './sessionState.ts';
import { aLongSession } from './testing/aLongSession.ts';
import {
  aFact,
  CAREGIVER_A,
  LEAD,
  PARENT,
  SESSION,
  START_CODING,
  SUPERVISOR,
  UNTIL_CHECK_IN,
} from './testing/aSession.ts';
import { EVERY_FACT } from './testing/everyFact.ts';

const STAFF = [LEAD, SUPERVISOR] as const;
const codeId = fc.integer({ min: 1, max: 12 }).map(aFact.codeId);
const SAID = ['DC', 'CO', 'NC', 'LP', 'WARN', 'CHAIR', 'SEAT', 'RELEASE', 'STOP', 'NOISE'] as const;

/** What may come next, and how long after the fact before; codes may have been heard some time ago. */
type Step = { readonly draft: (at: number) => FactDraft; readonly afterMs: number };
const draft: fc.Arbitrary<Step['draft']> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({ by: fc.constantFrom(...STAFF), codeId, code: fc.constantFrom(...SAID), agoMs: fc.nat(20_000) })
      .map(({ agoMs, ...given }): Step['draft'] => (at) => {
        const heardAt = Math.max(0, at - agoMs);
        return { ...given, type: 'code.recorded', caregiverId: CAREGIVER_A, heardAt, pressedAt: heardAt };
      }),
  },
  fc
    .record({ by: fc.constantFrom(...STAFF), codeId })
    .map((undone): Step['draft'] => () => ({ ...undone, type: 'code.undone' })),
  fc
    .record({ codeId, effective: fc.boolean() })
    .map((judged): Step['draft'] => () => ({ ...judged, type: 'command.judged', by: LEAD })),
  fc.record({ codeId, code: fc.constantFrom('LP', null) }).map((corrected): Step['draft'] => () => {
    return { ...corrected, type: 'code.corrected', by: SUPERVISOR, reason: 'Heard otherwise' };
  }),
  fc.nat(4).map((n): Step['draft'] => () => ({ ...START_CODING, kind: 'pdi', windowId: aFact.windowId(n) })),
  fc.constantFrom(...UNTIL_CHECK_IN, ...Object.values(EVERY_FACT)).map(
    (one): Step['draft'] =>
      () =>
        one,
  ),
  fc.constantFrom(PARENT, LEAD).map((participantId): Step['draft'] => () => {
    return { type: 'participant.left', by: 'server', participantId, why: 'connection' };
  }),
);
const steps: fc.Arbitrary<readonly Step[]> = fc.array(fc.record({ draft, afterMs: fc.nat(9_000) }), { maxLength: 60 });

/** Sends facts to the machine one by one; those that it refuses are left out. */
function sendOneByOne(all: readonly Step[]) {
  let [snapshot] = initialTransition(sessionMachine);
  const facts: Fact[] = [];
  let at = 0;
  const begin = [aFact.opened(), ...UNTIL_CHECK_IN].map((one): Step => ({ draft: () => one, afterMs: 0 }));
  for (const { draft: next, afterMs } of [...begin, ...all]) {
    at += afterMs;
    const fact: Fact = { ...next(at), seq: facts.length + 1, at };
    const isAllowed = snapshot.can(fact);
    expect(snapshotOf(snapshot.context.session).can(fact)).toBe(isAllowed);
    if (!isAllowed) continue;
    [snapshot] = transition(sessionMachine, snapshot, fact);
    facts.push(fact);
    expect(snapshotOf(snapshot.context.session).value).toEqual(snapshot.value);
  }
  return { facts, state: snapshot.context.session };
}

/** The sequence, played from the beginning and played on. */
function sequencesOf(state: SessionState) {
  const program = programOf(state) ?? expect.fail('no program');
  return [playedCodes(state, program).at(-1)?.run, followSequence(state, program)];
}

test('[LOG3] a log folded at once is the session that the machine had, fact by fact, and so is each part of it', () => {
  fc.assert(
    fc.property(steps, fc.nat(60), (all, half) => {
      const { facts, state } = sendOneByOne(all);
      expect(foldLog(facts)).toEqual(state);
      const first = foldFacts(facts.slice(0, half));
      const before = structuredClone(first);
      expect(foldFacts(facts.slice(half), first)).toEqual(state);
      expect(first).toEqual(before);
      for (const one of [state, first]) {
        if (one.seq === 0) continue;
        const [played, playedOn] = sequencesOf(one);
        expect(playedOn).toEqual(played);
      }
    }),
    { numRuns: 150 },
  );
});

test('[LOG3] a log with a fact that the machine does not allow is refused', () => {
  const facts = aLongSession(40);
  const given = facts.find(({ type }) => type === 'code.recorded') ?? expect.fail('no code');
  const twice = [...facts.slice(0, -1), { ...given, seq: facts.length }];
  expect(() => foldLog(twice)).toThrow(/code\.recorded, is not possible/);
  expect(foldLog(facts).codes).toHaveLength(40);
});

/** Methods that walk through a list. */
const WALKS = [
  'map',
  'filter',
  'flatMap',
  'find',
  'findIndex',
  'findLast',
  'some',
  'every',
  'slice',
  'toSorted',
] as const;

/** How many places of lists were walked over. It counts work, and reads no clock. */
function walkedIn(work: () => unknown): number {
  let walked = 0;
  const lists: object = Array.prototype;
  const formers = [...WALKS, Symbol.iterator].flatMap((name) => {
    const former = Object.getOwnPropertyDescriptor(lists, name);
    return former ? [{ name, former }] : [];
  });
  for (const { name, former } of formers) {
    const walk = former.value as (...given: unknown[]) => unknown;
    const value = function (this: readonly unknown[], ...given: unknown[]): unknown {
      walked += this.length;
      return Reflect.apply(walk, this, given);
    };
    Object.defineProperty(lists, name, { ...former, value });
  }
  try {
    work();
  } finally {
    for (const { name, former } of formers) Object.defineProperty(lists, name, former);
  }
  return walked;
}

test.for<readonly [string, (facts: readonly Fact[]) => unknown]>([
  ['waking', foldLog],
  ['folding', (facts) => foldFacts(facts)],
  ['reporting', (facts) => reportSession(SESSION, ...seen(foldFacts(facts)))],
  ['reviewing', (facts) => transcriptLines(...seen(foldFacts(facts)))],
])('[LOG3] %s a session of four times as many codes takes about four times the work', ([, work]) => {
  const [few, many] = [aLongSession(250), aLongSession(1_000)];
  expect(walkedIn(() => work(many)) / walkedIn(() => work(few))).toBeLessThan(5);
});

function seen(state: SessionState) {
  return [state, programOf(state) ?? expect.fail('no program'), 3_600_000] as const;
}
