import type { Program } from '#shared/domain/programs/program.ts';
import type { CourseOverview, FamilyRecord } from '#shared/protocol/http/families.ts';
import { courseOf, programOfFamily } from './courseOf.ts';

/** Rises when the same record gives another overview: then those that are stored are derived anew. */
export const OVERVIEW_VERSION = 1;

/** What a list of families says of a course, on a clinic day. */
export function courseOverview(record: FamilyRecord, published: Program, today: string): CourseOverview {
  const { stage, next, standing, alerts } = courseOf(record, published, today);
  return {
    program: programOfFamily(record, published).name,
    stage: stage.name,
    next: next?.stage.name ?? null,
    standing,
    alerts: alerts.length,
    silence: alerts.find(({ rule }) => rule === 'STA5')?.text ?? null,
  };
}
