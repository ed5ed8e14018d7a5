import { stageAfter } from '#shared/domain/course/findStage.ts';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import type { CourseEvidence } from './courseEvidence.ts';
import { gateOf } from './courseGate.ts';
import { allMayGoOn } from './courseMoves.ts';
import { familyStage, type CourseState } from './courseState.ts';
import type { NextSession } from './courseView.ts';

/**
 * What the next session should be: the stage after a gate that all have met, else one more of the present stage. A
 * graduated family has boosters where the programme has them; a course that does not run has no next session.
 */
export function nextSession(
  course: CourseState,
  programme: Programme,
  evidence: CourseEvidence,
): NextSession | undefined {
  const othersThan = (id: string) => programme.course.filter((stage) => stage.id !== id);
  if (course.standing === 'graduated') {
    const booster = programme.course.find(({ kind }) => kind === 'booster');
    const because = [{ rule: 'CRS9', text: 'The family has graduated.', met: true }];
    return booster && { stage: booster, because, others: othersThan(booster.id) };
  }
  if (course.standing !== 'running') return undefined;
  const present = familyStage(course, programme);
  const because = course.caregivers
    .filter(({ stage }) => stage === present.id)
    .flatMap((caregiver) => gateOf(caregiver, programme, evidence));
  const after = allMayGoOn(course, { programme, evidence }) ? stageAfter(programme, present.id) : undefined;
  const stage = after === undefined || after.kind === 'booster' ? present : after;
  return { stage, because, others: othersThan(stage.id) };
}
