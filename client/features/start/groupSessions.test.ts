import { expect, test } from 'vitest';
import { aSessionSummary } from './aSessionSummary.ts';
import { groupSessions } from './groupSessions.ts';

/** Local times, so that the test means the same wherever it runs. */
const at = (day: number, hour: number) => new Date(2026, 2, day, hour).toISOString();
const NOW = new Date(2026, 2, 10, 12);

test('sessions are grouped by the reader’s own day', () => {
  const early = aSessionSummary({ startsAt: at(10, 0) });
  const late = aSessionSummary({ startsAt: at(10, 23) });
  const tomorrow = aSessionSummary({ startsAt: at(11, 0) });
  const yesterday = aSessionSummary({ startsAt: at(9, 23), phase: 'closed' });
  const before = aSessionSummary({ startsAt: at(2, 9), phase: 'closed' });
  expect(groupSessions([tomorrow, late, before, early, yesterday], NOW)).toEqual({
    today: [early, late],
    coming: [tomorrow],
    earlier: [yesterday, before],
  });
});

test('a session that is going on is of today, whenever it was planned', () => {
  const live = aSessionSummary({ startsAt: at(8, 9), phase: 'coaching' });
  expect(groupSessions([live], NOW).today).toEqual([live]);
});
