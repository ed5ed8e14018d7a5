import { useQueries } from '@tanstack/react-query';
import { queryOf } from '#client/api/queryOf.ts';
import { readCourse } from '#client/planning/useFamilyCourse.ts';
import type { Needs } from '#shared/protocol/http/sessions.ts';

/** Those of these families whose course is neither paused nor over. */
export function useRunning(families: Needs['unplanned']): Needs['unplanned'] {
  const records = useQueries({ queries: families.map(({ familyId }) => queryOf('family:read', { familyId })) });
  const running = records.flatMap(({ data, dataUpdatedAt }) => {
    const course = data && readCourse(data, new Date(dataUpdatedAt))?.course;
    return course?.standing === 'running' ? [data?.family.familyId] : [];
  });
  return families.filter(({ familyId }) => running.includes(familyId));
}
