import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { FamilyFactEntry } from '#shared/protocol/familyFacts.ts';
import { courseOf } from './courseOf.ts';
import { practiceWeeks } from './objectives.ts';
import { aFamilyRecord, day, entryId, JON, MARIA } from './testing/aFamilyRecord.ts';

type PracticeLog = Extract<FamilyFactEntry, { type: 'practice.log' }>;

const practiced = (n: number, minutes: number, { caregiverId } = MARIA): PracticeLog => {
  return { type: 'practice.log', entryId: entryId(n), caregiverId, on: day(n), minutes, obstacle: null, praises: null };
};

function alertsOn(today: number, ...entries: readonly PracticeLog[]): readonly string[] {
  const { alerts } = courseOf(aFamilyRecord({ entries }), PCIT, day(today));
  return alerts.filter(({ rule }) => rule === 'STA4').map(({ text }) => text);
}

test('[HOM1] any practice makes a day count once, however short, and a day without any does not', () => {
  const entries = [practiced(1, 1), practiced(2, 0), practiced(3, 30), practiced(3, 5), practiced(4, 5, JON)];
  expect(practiceWeeks(entries, MARIA.caregiverId, day(7)).map(({ days }) => days)).toEqual([2]);
});

test('[STA4] two weeks in a row with fewer than two days of practice are reported for that caregiver', () => {
  expect(alertsOn(14, practiced(1, 5), practiced(2, 0))).toEqual([
    'Days with practice in the last 2 weeks: 1, then 0.',
  ]);
  expect(alertsOn(14, practiced(1, 5), practiced(8, 5), practiced(9, 5))).toEqual([]);
  expect(alertsOn(14, practiced(1, 5), practiced(2, 5), practiced(9, 5))).toEqual([]);
});

test('[STA4] one week is too short to tell, and so is a diary that nobody uses', () => {
  expect(alertsOn(13, practiced(1, 5))).toEqual([]);
  expect(alertsOn(30)).toEqual([]);
});
