import { expect, test } from 'vitest';
import { aSessionSummary } from './testing/aSessionSummary.ts';
import { groupSessions } from './groupSessions.ts';

const SYDNEY = 'Australia/Sydney';
/** Noon in Sydney, while it is still the day before in UTC and in America. */
const NOW = new Date('2026-03-10T01:00:00Z');

test('sessions are grouped by the clinic’s days', () => {
  const early = aSessionSummary({ startsAt: '2026-03-09T13:00:00.000Z' });
  const late = aSessionSummary({ startsAt: '2026-03-10T12:59:00.000Z' });
  const tomorrow = aSessionSummary({ startsAt: '2026-03-10T13:00:00.000Z' });
  const yesterday = aSessionSummary({ startsAt: '2026-03-09T12:59:00.000Z', phase: 'closed' });
  const before = aSessionSummary({ startsAt: '2026-03-01T22:00:00.000Z', phase: 'closed' });
  expect(groupSessions([tomorrow, late, before, early, yesterday], NOW, SYDNEY)).toEqual({
    today: [early, late],
    coming: [tomorrow],
    earlier: [yesterday, before],
  });
});

test('a live session counts as today’s, whenever it was planned', () => {
  const live = aSessionSummary({ startsAt: '2026-03-08T09:00:00.000Z', phase: 'coaching' });
  expect(groupSessions([live], NOW, SYDNEY).today).toEqual([live]);
});
