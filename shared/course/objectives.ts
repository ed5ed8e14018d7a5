import { inWeek, weeksUntil, type Week } from '#shared/domain/course/days.ts';
import { sumOf } from '#shared/domain/mastery.ts';
import type { FamilyFactEntry, ObjectiveMeasure } from '#shared/protocol/familyFacts.ts';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import type { CourseEvidence } from './courseEvidence.ts';
import type { Objective, PracticeDay } from './courseView.ts';
import { entriesOf, type EntryOf } from './standingEntries.ts';

type Point = Objective['points'][number];

/** The objectives of a record, each with its progress from the codes and the diary. Rule OBJ1. */
export function objectivesOf(
  standing: readonly FamilyFactEntry[],
  { sessions }: Pick<CourseEvidence, 'sessions'>,
  today: string,
): readonly Objective[] {
  const practice = entriesOf(standing, 'practice.log');
  const closings = entriesOf(standing, 'objective.close');
  return entriesOf(standing, 'objective.set').map((set) => {
    const points = pointsOf(set, sessions, practice, today);
    const latest = points.at(-1)?.value ?? null;
    const { entryId: objective, caregiverId, words, measure, bound, target, by } = set;
    const closed = closings.findLast((closing) => closing.objective === objective)?.how;
    const standingNow = standingOf(set, latest, today);
    return { objective, caregiverId, words, measure, bound, target, by, points, latest, standing: standingNow, closed };
  });
}

/** The practice in each full week up to today; empty if the diary was never used. Rule HOM1. */
export function practiceWeeks(
  practice: readonly PracticeDay[],
  caregiverId: CaregiverId,
  today: string,
): readonly (Week & { readonly logged: readonly PracticeDay[]; readonly days: number })[] {
  const own = practice.filter((day) => day.caregiverId === caregiverId && day.on <= today);
  const [first] = own.map(({ on }) => on).toSorted();
  if (first === undefined) return [];
  return weeksUntil(today, first).map((week) => {
    const logged = inWeek(own, week);
    const days = new Set(logged.filter(({ minutes }) => minutes > 0).map(({ on }) => on)).size;
    return { ...week, logged, days };
  });
}

function standingOf(
  { bound, target, by }: EntryOf<'objective.set'>,
  latest: number | null,
  today: string,
): Objective['standing'] {
  if (latest === null) return 'not measured';
  if (bound === 'at least' ? latest >= target : latest <= target) return 'met';
  return today > by ? 'late' : 'on the way';
}

function pointsOf(
  { measure, caregiverId }: EntryOf<'objective.set'>,
  sessions: CourseEvidence['sessions'],
  practice: readonly PracticeDay[],
  today: string,
): readonly Point[] {
  switch (measure.of) {
    case 'code-count':
      return windowPoints(sessions, caregiverId, ({ kind, counts }) =>
        kind === measure.treatmentPhase ? sumOf(counts, measure.codes) : null,
      );
    case 'effective-commands':
      return windowPoints(sessions, caregiverId, ({ commands }) => commands?.pctEffective ?? null);
    case 'follow-through':
      return windowPoints(sessions, caregiverId, ({ commands }) => commands?.pctFollowThrough ?? null);
    case 'practice-days':
      return practiceWeeks(practice, caregiverId, today).map(({ to, days }) => ({ on: to, value: days }));
    case 'praises-a-day':
      return practiceWeeks(practice, caregiverId, today).flatMap(({ to, logged }) => {
        const counted = logged.flatMap(({ praises }) => praises ?? []);
        return counted.length === 0 ? [] : [{ on: to, value: meanOf(counted) }];
      });
  }
}

type ReportedWindow = CourseEvidence['sessions'][number]['windows'][number];

/** One point for each of a caregiver's windows that can be judged and has a figure. */
function windowPoints(
  sessions: CourseEvidence['sessions'],
  caregiverId: CaregiverId,
  figure: (window: ReportedWindow) => number | null,
): readonly Point[] {
  return sessions.flatMap(({ on, windows }) =>
    windows.flatMap((window) => {
      if (window.caregiver.caregiverId !== caregiverId || !window.assessable) return [];
      const value = figure(window);
      return value === null ? [] : [{ on, value }];
    }),
  );
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

/** Whether an objective's target and figures are shares from 0 to 1. */
export function isShareMeasure({ of }: ObjectiveMeasure): boolean {
  return of === 'effective-commands' || of === 'follow-through';
}
