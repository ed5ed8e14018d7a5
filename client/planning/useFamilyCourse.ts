import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queryOf } from '#client/api/queryOf.ts';
import { clinicDay } from '#shared/domain/clinicDay.ts';
import { programInUse } from '#shared/domain/programs/findProgram.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { FamilyRecord } from '#shared/protocol/http/families.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';
import { courseOf, programOfFamily } from '#shared/course/courseOf.ts';
import type { CourseView } from '#shared/course/courseView.ts';

export type FamilyCourse = {
  readonly record: FamilyRecord;
  /** The clinic's day when the record was read. */
  readonly today: string;
  readonly program: Program;
  readonly course: CourseView;
};

/** A family's record and its course, if there is one. `found` is undefined until it is loaded, or if its program is unknown. */
export function useFamilyCourse(familyId: FamilyId | undefined): {
  readonly query: UseQueryResult<FamilyRecord>;
  readonly found: FamilyCourse | undefined;
} {
  const query = useQuery({ ...queryOf('family:read', { familyId: familyId ?? '' }), enabled: familyId !== undefined });
  const found = useMemo(
    () => (query.data === undefined ? undefined : readCourse(query.data, new Date(query.dataUpdatedAt))),
    [query.data, query.dataUpdatedAt],
  );
  return { query, found };
}

/** Folds a family's record under its program, version and edits. Rule PRO2. */
export function readCourse(record: FamilyRecord, now: Date): FamilyCourse | undefined {
  const published = programInUse(record.family.program, record.family.programVersion);
  if (published === undefined) return undefined;
  const today = clinicDay(now, record.timeZone);
  return { record, today, program: programOfFamily(record, published), course: courseOf(record, published, today) };
}
