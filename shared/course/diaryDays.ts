import { addDays } from '#shared/domain/course/days.ts';
import type { FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { Diary } from '#shared/protocol/http/diary.ts';
import type { CaregiverId, EntryId } from '#shared/protocol/ids.ts';
import { entriesOf, standingEntries, type EntryOf } from './standingEntries.ts';

/** This week and the last. */
const DIARY_DAYS = 14;

/** For how many days back a caregiver can still make an entry. */
export const DIARY_OPEN_DAYS = 7;

/** The days of practice in a caregiver's diary, oldest first. */
export function diaryDays(facts: readonly FamilyFact[], caregiverId: CaregiverId, today: string): Diary['days'] {
  return Array.from({ length: DIARY_DAYS }, (_, index) => {
    const on = addDays(today, index + 1 - DIARY_DAYS);
    const { minutes = null, obstacle = null, praises = null } = loggedDay(facts, caregiverId, on) ?? {};
    return { on, minutes, obstacle, praises };
  });
}

function loggedDay(
  facts: readonly FamilyFact[],
  caregiverId: CaregiverId,
  on: string,
): EntryOf<'practice.log'> | undefined {
  return entriesOf(standingEntries(facts), 'practice.log').find(
    (day) => day.caregiverId === caregiverId && day.on === on,
  );
}

/** The standing entry of a day, which a later one replaces, or undefined. */
export function entryOfDay(facts: readonly FamilyFact[], caregiverId: CaregiverId, on: string): EntryId | undefined {
  return loggedDay(facts, caregiverId, on)?.entryId;
}
