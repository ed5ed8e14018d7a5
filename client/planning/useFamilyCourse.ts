import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { familyQuery } from '#client/api/clinicQueries.ts';
import { clinicDay } from '#shared/domain/clinicDay.ts';
import { programmeInUse } from '#shared/domain/programmes/findProgramme.ts';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import type { FamilyRecord } from '#shared/protocol/http.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';
import { courseOf, programmeOfFamily } from '#shared/course/courseOf.ts';
import type { CourseView } from '#shared/course/courseView.ts';

export type FamilyCourse = {
  readonly record: FamilyRecord;
  /** The clinic's day when the record was read. */
  readonly today: string;
  readonly programme: Programme;
  readonly course: CourseView;
};

/** A family's record with all that follows from it; `found` is undefined until it is there, or where its programme is not. */
export function useFamilyCourse(familyId: FamilyId): {
  readonly query: UseQueryResult<FamilyRecord>;
  readonly found: FamilyCourse | undefined;
} {
  const query = useQuery(familyQuery(familyId));
  const found = useMemo(
    () => (query.data === undefined ? undefined : readCourse(query.data, new Date(query.dataUpdatedAt))),
    [query.data, query.dataUpdatedAt],
  );
  return { query, found };
}

/** Folds a family's record under the programme, the version and the edits that it runs under. Rule PRO2. */
export function readCourse(record: FamilyRecord, now: Date): FamilyCourse | undefined {
  const published = programmeInUse(record.family.programme, record.family.programmeVersion);
  if (published === undefined) return undefined;
  const today = clinicDay(now, record.timeZone);
  return { record, today, programme: programmeOfFamily(record, published), course: courseOf(record, published, today) };
}
