import { randomUUID } from 'node:crypto';
import { addDays, mondayOf } from '#shared/domain/course/days.ts';
import type { FamilyFactEntry } from '#shared/protocol/familyFacts.ts';
import { clinicDay, momentOfClock } from '#shared/domain/clinicDay.ts';
import { EntryId, type CaregiverId } from '#shared/protocol/ids.ts';

const DAY_MS = 24 * 3_600_000;

/** An entry in a demo family's record, and how many days before today it was made. */
export type DemoEntry = { readonly daysAgo: number; readonly entry: FamilyFactEntry };

/** What is needed to write an invented record: the caregivers in order, and the clinic's day a number of days ago. */
export type DemoPen = {
  readonly caregivers: readonly CaregiverId[];
  readonly now: Date;
  readonly timeZone: string;
};

function dayBefore({ now, timeZone }: Pick<DemoPen, 'now' | 'timeZone'>, days: number): string {
  return addDays(clinicDay(now, timeZone), -days);
}

export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}

/** When a session began this many weeks ago, by the clinic's clock. Weekends become the Friday before. */
export function sessionStart(
  { now, timeZone }: Pick<DemoPen, 'now' | 'timeZone'>,
  weeksAgo: number,
  clock: string,
): Date {
  const day = dayBefore({ now, timeZone }, 7 * weeksAgo);
  const friday = addDays(mondayOf(day), 4);
  return momentOfClock(`${day < friday ? day : friday}T${clock}`, timeZone);
}

const newEntry = () => EntryId.parse(randomUUID());

/** Every caregiver enters a stage. The reason is needed if no session of this record met the gate. */
export function entered(daysAgo: number, stage: string, reason?: string): DemoEntry {
  const override = reason === undefined ? null : { reason };
  return { daysAgo, entry: { type: 'stage.enter', stage, caregiverId: null, override } };
}

export function atLevel(daysAgo: number, level: string): DemoEntry {
  return { daysAgo, entry: { type: 'level.set', level, override: null } };
}

/** Weekly totals of the child's measure, oldest first, up to a week ago. */
export function weeklyTotals(
  { caregivers, ...pen }: DemoPen,
  caregiver: number,
  measureId: string,
  totals: readonly number[],
): readonly DemoEntry[] {
  return totals.map((total, index) => {
    const daysAgo = 7 * (totals.length - index);
    const on = dayBefore(pen, daysAgo);
    const caregiverId = caregivers[caregiver] ?? null;
    return { daysAgo, entry: { type: 'measure.record', entryId: newEntry(), measureId, caregiverId, on, total } };
  });
}

/** Days of practice up to yesterday, oldest first, in minutes; null for a day without practice. */
export function practiced(
  { caregivers, ...pen }: DemoPen,
  caregiver: number,
  minutes: readonly (number | null)[],
): readonly DemoEntry[] {
  const caregiverId = caregivers[caregiver];
  if (caregiverId === undefined) return [];
  return minutes.map((played, index) => {
    const daysAgo = minutes.length - index;
    const on = dayBefore(pen, daysAgo);
    const obstacle = played === null ? 'tired' : null;
    const day = {
      caregiverId,
      on,
      minutes: played ?? 0,
      obstacle,
      praises: played === null ? null : played + 1,
    } as const;
    return { daysAgo, entry: { type: 'practice.log', entryId: newEntry(), ...day } };
  });
}

/** A top problem with its weekly ratings, oldest first. */
export function problem(pen: DemoPen, text: string, ratings: readonly number[]): readonly DemoEntry[] {
  const entryId = newEntry();
  const first = 7 * ratings.length;
  return [
    { daysAgo: first, entry: { type: 'problem.name', entryId, text } },
    ...ratings.map((rating, index): DemoEntry => {
      const daysAgo = first - 7 * index;
      const on = dayBefore(pen, daysAgo);
      return { daysAgo, entry: { type: 'problem.rate', problem: entryId, on, rating } };
    }),
  ];
}

/** An objective that is measured by how often some codes are given, due in three weeks. */
export function objective(
  { caregivers, ...pen }: DemoPen,
  words: string,
  codes: readonly string[],
  treatmentPhase: string,
  target: number,
): readonly DemoEntry[] {
  const [caregiverId] = caregivers;
  if (caregiverId === undefined) return [];
  const measure = { of: 'code-count' as const, codes: [...codes], treatmentPhase };
  const by = dayBefore(pen, -21);
  const set = { entryId: newEntry(), caregiverId, measure, bound: 'at least', target, by, words } as const;
  return [{ daysAgo: 14, entry: { type: 'objective.set', ...set } }];
}

export function missed(pen: DemoPen, daysAgo: number, why: string): DemoEntry {
  return { daysAgo, entry: { type: 'session.miss', on: dayBefore(pen, daysAgo), why } };
}
