import { useQueries } from '@tanstack/react-query';
import { queryOf } from '#client/api/queryOf.ts';
import { readCourse } from '#client/planning/useFamilyCourse.ts';
import type { Need } from './needsToday.ts';

/** What is needed, without a next session for families whose course is paused or over. */
export function useNeedsOfRunning(needs: readonly Need[]): readonly Need[] {
  const unplanned = needs.flatMap((need) => (need.is === 'unplanned' ? [need.family.familyId] : []));
  const records = useQueries({ queries: unplanned.map((familyId) => queryOf('family:read', { familyId })) });
  const running = records.flatMap(({ data, dataUpdatedAt }) => {
    const course = data && readCourse(data, new Date(dataUpdatedAt))?.course;
    return course?.standing === 'running' ? [data?.family.familyId] : [];
  });
  return needs.filter((need) => need.is !== 'unplanned' || running.includes(need.family.familyId));
}
