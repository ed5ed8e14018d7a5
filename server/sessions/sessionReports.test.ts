import { beforeEach, expect, test, vi } from 'vitest';
import type { Fact } from '#shared/protocol/facts.ts';
import { SessionId } from '#shared/protocol/ids.ts';
import { aFact, LEAD, numbered, SESSION, UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { createMemoryFactLog } from '#server/storage/testing/memoryFactLog.ts';
import { createSessionReports } from './sessionReports.ts';

const folds = vi.hoisted(() => ({ count: 0 }));
vi.mock('#shared/session/foldFacts.ts', async (importActual) => {
  const actual = await importActual<{ foldFacts: typeof foldFacts }>();
  return {
    ...actual,
    foldFacts: (...given: Parameters<typeof foldFacts>) => {
      folds.count += 1;
      return actual.foldFacts(...given);
    },
  };
});
beforeEach(() => (folds.count = 0));

const OTHER = SessionId.parse('00000000-0000-4000-8000-000000000002');
const OPEN: readonly Fact[] = [aFact.opened(), ...numbered(UNTIL_CHECK_IN)];
const CLOSED: readonly Fact[] = [
  aFact.opened(),
  ...numbered([...UNTIL_CHECK_IN, { type: 'feedback.started', by: LEAD }, { type: 'session.closed', by: LEAD }]),
];

async function reportsOf(facts: readonly Fact[], mostKept?: number) {
  const log = createMemoryFactLog();
  await log.append(SESSION, facts);
  await log.append(OTHER, facts);
  const asked: (number | undefined)[] = [];
  const read: typeof log.read = (sessionId, afterSeq) => {
    asked.push(afterSeq);
    return log.read(sessionId, afterSeq);
  };
  return { log, asked, reports: createSessionReports({ read }, mostKept) };
}

test('reading a closed session again asks the log for new facts and folds nothing again', async () => {
  const { reports, asked } = await reportsOf(CLOSED);
  const first = await reports.of(SESSION);
  expect(first).toMatchObject({ report: { sessionId: SESSION } });
  expect(folds.count).toBe(1);
  expect(await reports.of(SESSION)).toEqual(first);
  expect(folds.count).toBe(1);
  expect(asked).toEqual([undefined, CLOSED.length]);
});

test('after a new fact in the log the report is made again', async () => {
  const { reports, log } = await reportsOf(CLOSED);
  await reports.of(SESSION);
  const exported: Fact = { type: 'session.exported', by: 'server', format: 'csv', seq: CLOSED.length + 1, at: 99 };
  await log.append(SESSION, [exported]);
  await reports.of(SESSION);
  expect(folds.count).toBe(2);
  await reports.of(SESSION);
  expect(folds.count).toBe(2);
});

test('a session that is not closed is read from the log each time and not kept', async () => {
  const { reports } = await reportsOf(OPEN);
  expect(await reports.of(SESSION)).toMatchObject({ state: { phase: 'check-in' } });
  expect(await reports.of(SESSION)).toMatchObject({ state: { phase: 'check-in' } });
  expect(folds.count).toBe(2);
});

test('only the configured number is kept: the most recently read stay', async () => {
  const { reports } = await reportsOf(CLOSED, 1);
  await reports.of(SESSION);
  await reports.of(OTHER);
  await reports.of(OTHER);
  expect(folds.count).toBe(2);
  await reports.of(SESSION);
  expect(folds.count).toBe(3);
});
