import { expect, test } from 'vitest';
import type { PracticeDay } from '#shared/course/courseView.ts';
import { CaregiverId, EntryId } from '#shared/protocol/ids.ts';
import { obstaclesOf, practiceWeeksOf } from './practiceWeeks.ts';

const day = (on: string, minutes: number, obstacle: PracticeDay['obstacle'] = null): PracticeDay => ({
  type: 'practice.log',
  entryId: EntryId.parse(crypto.randomUUID()),
  caregiverId: CaregiverId.parse('0d9f3a0e-8f0b-4f5e-9a53-000000000001'),
  on,
  minutes,
  obstacle,
  praises: null,
});

test('days are counted by weeks that begin on Monday, and a day counts once', () => {
  // 22 November 2026 is a Sunday.
  const weeks = practiceWeeksOf(
    [day('2026-11-22', 5), day('2026-11-16', 5), day('2026-11-16', 5), day('2026-11-15', 5)],
    '2026-11-22',
  );
  expect(weeks).toHaveLength(8);
  expect(weeks.slice(-2)).toEqual([
    { monday: '2026-11-09', days: 1 },
    { monday: '2026-11-16', days: 2 },
  ]);
});

test('a day without minutes is no day of practice, and its obstacles are counted', () => {
  const practice = [day('2026-11-20', 0, 'ill'), day('2026-11-19', 0, 'time'), day('2026-11-18', 0, 'time')];
  expect(practiceWeeksOf(practice, '2026-11-22').at(-1)?.days).toBe(0);
  expect(obstaclesOf(practice)).toEqual([
    { obstacle: 'time', count: 2 },
    { obstacle: 'ill', count: 1 },
  ]);
});
