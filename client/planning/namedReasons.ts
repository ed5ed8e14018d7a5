import type { Because, CourseView } from '#shared/course/courseView.ts';

/** Reasons for the suggested next session. With several caregivers, each reason has its caregiver's name. */
export function namedReasons({ standing, stage, caregivers, next }: CourseView): readonly Because[] {
  if (next === undefined) return [];
  if (standing !== 'running' || caregivers.length < 2) return next.because;
  return caregivers
    .filter((caregiver) => caregiver.stage.id === stage.id)
    .flatMap(({ name, gate }) => gate.map((reason) => ({ ...reason, text: `${name}: ${reason.text}` })));
}
