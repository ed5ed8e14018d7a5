import type { CourseStage } from '../programs/courseStage.ts';
import type { Program } from '../programs/program.ts';

type Course = Pick<Program, 'course'>;

export function findStage({ course }: Course, id: string): CourseStage | undefined {
  return course.find((stage) => stage.id === id);
}

/** The stage's place in the course, from 0. A stage that the program does not have counts as the first. */
export function placeOf({ course }: Course, id: string): number {
  return Math.max(
    0,
    course.findIndex((stage) => stage.id === id),
  );
}

/** The stage after another, or undefined at the end. */
export function stageAfter(program: Course, id: string): CourseStage | undefined {
  return program.course[placeOf(program, id) + 1];
}

/** The last stage whose gate says that a family graduates there, otherwise the last one before the boosters. */
export function graduatesFrom({ course }: Course): CourseStage {
  return (
    course.findLast(({ gate }) => gate.is === 'graduation') ??
    course.findLast(({ kind }) => kind !== 'booster') ??
    course[0]
  );
}
