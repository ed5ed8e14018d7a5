import { findStage } from '#shared/domain/course/findStage.ts';
import { findTreatmentPhase } from '#shared/domain/programs/program.ts';
import type { NewSession } from '#shared/protocol/http/sessions.ts';
import { courseOf } from '#shared/course/courseOf.ts';
import type { SessionPlan } from '#server/storage/sessionRecords.ts';
import type { FamilyCourse } from './familyCourses.ts';

type Planned = Pick<SessionPlan, 'program' | 'programVersion' | 'edits' | 'stage' | 'treatmentPhase'>;

/**
 * The plan of a new session: as requested, with the rest taken from the course, and with the clinic's changes to the
 * program (rule PRO2). `today` is the clinic's day. Undefined if the program has no such stage or treatment phase.
 */
export function planSession(
  { record, program }: FamilyCourse,
  asked: Pick<NewSession, 'stage' | 'treatmentPhase'>,
  today: string,
): Planned | undefined {
  const course = courseOf(record, program, today);
  const suggested = course.next?.stage ?? course.stage;
  const stage = asked.stage === undefined ? suggested : findStage(program, asked.stage);
  const treatmentPhase = asked.treatmentPhase ?? stage?.phase;
  if (stage === undefined) return undefined;
  if (treatmentPhase !== undefined && findTreatmentPhase(program, treatmentPhase) === undefined) return undefined;
  return {
    program: program.id,
    programVersion: program.version,
    edits: record.edits,
    stage: stage.id,
    treatmentPhase: treatmentPhase ?? null,
  };
}
