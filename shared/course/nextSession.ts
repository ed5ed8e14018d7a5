import { stageAfter } from '#shared/domain/course/findStage.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { CourseEvidence } from './courseEvidence.ts';
import { gateOf } from './courseGate.ts';
import { allMayGoOn } from './courseMoves.ts';
import { familyStage, type CourseState } from './courseState.ts';
import type { NextSession } from './courseView.ts';

/**
 * The suggested next session: the stage after a gate that all have met, otherwise another session of the current stage.
 * A graduated family has boosters if the program has them. A course that is not running has no next session.
 */
export function nextSession(course: CourseState, program: Program, evidence: CourseEvidence): NextSession | undefined {
  const othersThan = (id: string) => program.course.filter((stage) => stage.id !== id);
  if (course.standing === 'graduated') {
    const booster = program.course.find(({ kind }) => kind === 'booster');
    const because = [{ rule: 'CRS9', text: 'The family has graduated.', met: true }];
    return booster && { stage: booster, because, others: othersThan(booster.id) };
  }
  if (course.standing !== 'running') return undefined;
  const present = familyStage(course, program);
  const because = course.caregivers
    .filter(({ stage }) => stage === present.id)
    .flatMap((caregiver) => gateOf(caregiver, program, evidence));
  const after = allMayGoOn(course, { program, evidence }) ? stageAfter(program, present.id) : undefined;
  const stage = after === undefined || after.kind === 'booster' ? present : after;
  return { stage, because, others: othersThan(stage.id) };
}
