import { expect, test } from 'vitest';
import type { Fact } from '#shared/protocol/facts.ts';
import { SessionId } from '#shared/protocol/ids.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { aFact, LEAD, numbered, SESSION, UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import { createMemoryFactLog } from '#server/storage/testing/memoryFactLog.ts';
import { createMemorySessionModels } from '#server/storage/testing/memorySessionModels.ts';
import { createSessionReports } from './sessionReports.ts';

const [OPEN, PLANNED] = [2, 3].map((n) => SessionId.parse(`00000000-0000-4000-8000-00000000000${n}`)) as [
  SessionId,
  SessionId,
];
const RUNNING: readonly Fact[] = [aFact.opened(), ...numbered(UNTIL_CHECK_IN)];
const CLOSED: readonly Fact[] = [
  aFact.opened(),
  ...numbered([...UNTIL_CHECK_IN, { type: 'feedback.started', by: LEAD }, { type: 'session.closed', by: LEAD }]),
];

test('only sessions that are not closed are folded, and reports come in the order in which they are asked for', async () => {
  const log = createMemoryFactLog();
  await log.append(SESSION, CLOSED);
  await log.append(OPEN, RUNNING);
  const folded: SessionId[] = [];
  const reports = createSessionReports({
    models: createMemorySessionModels(log),
    async stateOf(sessionId) {
      folded.push(sessionId);
      return foldFacts(await log.read(sessionId));
    },
    timeIn: () => 60_000,
  });
  const found = await reports.of([OPEN, PLANNED, SESSION]);
  expect(found.map(({ sessionId }) => sessionId)).toEqual([OPEN, SESSION]);
  expect(folded).toEqual([OPEN]);
});
