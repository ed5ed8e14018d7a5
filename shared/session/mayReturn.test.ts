import { expect, test } from 'vitest';
import { MAY_RETURN_FOR_MS } from '#shared/domain/returning.ts';
import type { Fact } from '#shared/protocol/facts.ts';
import { aFact, LEAD, numbered, SUPERVISOR, UNTIL_CHECK_IN, PARENT } from './testing/aSession.ts';
import { mayReturn } from './mayReturn.ts';

const startedAt = new Date('2026-11-21T10:00:00Z').getTime();
const minutes = (count: number) => count * 60_000;
const facts: readonly Fact[] = [aFact.opened(), ...numbered(UNTIL_CHECK_IN, minutes(5))];
/** The session, with the parent's device joined. */
const isParents = (fact: Fact) =>
  fact.type === 'session.opened' || (fact.type === 'participant.joined' && fact.participantId === PARENT);
/** The log of a session that a family's device joined 5 minutes before the lead coach. */
const begunLater: readonly Fact[] = facts
  .toSorted((one, other) => Number(isParents(other)) - Number(isParents(one)))
  .map((fact, index): Fact => {
    const numberedAnew = { ...fact, seq: index + 1, at: 0 };
    return numberedAnew.type === 'waiting.opened'
      ? { ...numberedAnew, startedAt: '2026-11-21T10:05:00.000Z' }
      : numberedAnew;
  });
const closed: Fact = { type: 'session.closed', by: LEAD, seq: facts.length + 1, at: minutes(50) };
const ends = (participantId: typeof LEAD, after: number) => ({ participantId, endedAt: startedAt + after });

test.for([
  ['who joined before it ended, while the session goes on', facts, ends(LEAD, minutes(30)), minutes(31), true],
  ['at the last moment', facts, ends(LEAD, minutes(30)), minutes(30) + MAY_RETURN_FOR_MS, true],
  ['hours later', facts, ends(LEAD, minutes(30)), minutes(30) + MAY_RETURN_FOR_MS + 1, false],
  ['whose sign-in ended before they joined', facts, ends(LEAD, minutes(4)), minutes(31), false],
  ['whose sign-in ended before the session', facts, ends(LEAD, -1), minutes(31), false],
  ['who never joined', facts, ends(SUPERVISOR, minutes(30)), minutes(31), false],
  ['once it is closed', [...facts, closed], ends(LEAD, minutes(30)), minutes(51), false],
  ['who came the evening before the lead coach', begunLater, ends(PARENT, minutes(30)), minutes(31), true],
  ['whose ticket ended before the lead coach came', begunLater, ends(PARENT, minutes(1)), minutes(31), true],
  ['to a session that nobody opened', [], ends(LEAD, minutes(30)), minutes(31), false],
] as const)('[PER5] a person %s may come back: %s', ([, log, who, after, may]) => {
  expect(mayReturn(log, who, startedAt + after)).toBe(may);
});
