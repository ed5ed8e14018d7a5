import { findStage } from '#shared/domain/course/findStage.ts';
import { findTreatmentPhase } from '#shared/domain/programmes/programme.ts';
import type { NewSession } from '#shared/protocol/http.ts';
import { courseOf } from '#shared/course/courseOf.ts';
import type { SessionPlan } from '#server/storage/records.ts';
import type { FamilyCourse } from './familyCourses.ts';

type Planned = Pick<SessionPlan, 'programme' | 'programmeVersion' | 'edits' | 'stage' | 'treatmentPhase'>;

/**
 * What a session is made for: as it was asked for, and what was not said from the course. It takes the clinic's changes
 * of the programme with it (rule PRO2). `today` is the clinic's day. Undefined where the programme has no such stage or part.
 */
export function planSession(
  { record, programme }: FamilyCourse,
  asked: Pick<NewSession, 'stage' | 'treatmentPhase'>,
  today: string,
): Planned | undefined {
  const course = courseOf(record, programme, today);
  const suggested = course.next?.stage ?? course.stage;
  const stage = asked.stage === undefined ? suggested : findStage(programme, asked.stage);
  const treatmentPhase = asked.treatmentPhase ?? stage?.phase;
  if (stage === undefined) return undefined;
  if (treatmentPhase !== undefined && findTreatmentPhase(programme, treatmentPhase) === undefined) return undefined;
  return {
    programme: programme.id,
    programmeVersion: programme.version,
    edits: record.edits,
    stage: stage.id,
    treatmentPhase: treatmentPhase ?? null,
  };
}
