import { expect, test } from 'vitest';
import type { Fact } from '#shared/protocol/facts.ts';
import { aFact, numbered, runFacts, SESSION, UNTIL_CHECK_IN } from './testing/aSession.ts';
import { begunAt, begunOn, plannedEnd, zeroOf } from './beginning.ts';
import { foldFacts } from './foldFacts.ts';
import { programOf } from './programOf.ts';
import { reportSession } from './sessionReport.ts';

const EVENING = '2026-11-20T19:00:00.000Z';
const NEXT_DAY_MS = 15 * 3_600_000;

test('[SES9] an old log that a device began the evening before folds as it did, and has the day of its check-in', () => {
  const facts: readonly Fact[] = [aFact.opened({ startedAt: EVENING }), ...numbered(UNTIL_CHECK_IN, NEXT_DAY_MS)];
  const { session } = runFacts(facts).context;
  expect(session).toMatchObject({ startedAt: EVENING, phase: 'check-in', plannedMs: 3_600_000 });
  expect(session.phases.map(({ since }) => since)).toEqual([0, NEXT_DAY_MS, NEXT_DAY_MS]);
  expect(zeroOf(facts)).toBe(EVENING);
  expect(begunOn(session)).toBe('2026-11-21T10:00:00.000Z');
  expect(plannedEnd(session)).toBe(NEXT_DAY_MS + 3_600_000);
  const program = programOf(session) ?? expect.unreachable();
  expect(reportSession(SESSION, session, program, NEXT_DAY_MS).startedAt).toBe('2026-11-21T10:00:00.000Z');
});

test('[SES9] a session begins with its check-in, or else with the waiting room, or else with its log', () => {
  const facts = [aFact.opened(), ...numbered(UNTIL_CHECK_IN)];
  const beginnings = facts.map((_, index) => begunAt(foldFacts(facts.slice(0, index + 1))));
  expect(beginnings).toEqual([0, 0, 2, 2, 2, 5]);
});

test('[SES9] time 0 is the moment of the waiting room if the log has it', () => {
  const facts = [aFact.opened({ startedAt: EVENING }), ...numbered(UNTIL_CHECK_IN, 0)].map((fact): Fact => {
    return fact.type === 'waiting.opened' ? { ...fact, startedAt: '2026-11-21T10:00:00.000Z' } : fact;
  });
  expect(zeroOf(facts)).toBe('2026-11-21T10:00:00.000Z');
  expect(foldFacts(facts).startedAt).toBe('2026-11-21T10:00:00.000Z');
});
