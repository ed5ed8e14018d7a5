import { expect, test } from 'vitest';
import { Family } from '#shared/protocol/http/families.ts';
import type { SessionSummary } from '#shared/protocol/http/sessions.ts';
import { ReviewCase } from '#shared/protocol/review.ts';
import { needsToday } from './needsToday.ts';
import { aSessionSummary } from './testing/aSessionSummary.ts';

const NOW = new Date('2026-03-10T09:00:00Z');
const nothing = { sessions: [], families: [], reviews: [], now: NOW, timeZone: 'UTC' };

function aFamilyOf({ familyId, caregivers }: Pick<SessionSummary, 'familyId' | 'caregivers'>): Family {
  return Family.parse({
    ...{ familyId, name: 'Lark', childInitials: 'T.', childBirthMonth: '2021-01', caregivers },
    ...{ program: 'pcit', programVersion: 'pcit-2011', clinicProgram: null },
  });
}

test('without tasks nothing is shown', () => {
  expect(needsToday(nothing)).toEqual([]);
  expect(needsToday({ ...nothing, sessions: [aSessionSummary()] })).toEqual([]);
});

test('a session that was planned for an earlier day and never begun is named', () => {
  const session = aSessionSummary({ startsAt: '2026-03-09T14:00:00.000Z' });
  expect(needsToday({ ...nothing, sessions: [session] })).toEqual([{ is: 'not-held', session }]);
});

test('a family that came recently needs a next session, one that came long ago does not', () => {
  const lately = aSessionSummary({ startsAt: '2026-03-03T14:00:00.000Z', phase: 'closed' });
  const longAgo = aSessionSummary({ startsAt: '2026-01-03T14:00:00.000Z', phase: 'closed' });
  const families = [aFamilyOf(lately), aFamilyOf(longAgo)];
  expect(needsToday({ ...nothing, sessions: [lately, longAgo], families })).toEqual([
    { is: 'unplanned', family: families[0] },
  ]);
  const next = aSessionSummary({ startsAt: '2026-03-12T14:00:00.000Z', familyId: lately.familyId });
  expect(needsToday({ ...nothing, sessions: [lately, longAgo, next], families })).toEqual([]);
});

test('reviews that wait for a sign-off are counted', () => {
  const review = ReviewCase.parse({
    session: aSessionSummary({ phase: 'closed' }),
    ...{ closedAt: '2026-03-09T15:00:00.000Z', recordedMs: 0, secondCodings: 0, comments: 0, fidelity: null },
    signedOff: null,
  });
  const done = { ...review, signedOff: { name: 'Ada', at: '2026-03-09T16:00:00.000Z' } };
  expect(needsToday({ ...nothing, reviews: [review, done, review] })).toEqual([{ is: 'sign-off', count: 2 }]);
});
