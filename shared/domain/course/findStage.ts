import type { CourseStage } from '../programmes/courseStage.ts';
import type { Programme } from '../programmes/programme.ts';

type Course = Pick<Programme, 'course'>;

/** The stage of this id, or undefined. */
export function findStage({ course }: Course, id: string): CourseStage | undefined {
  return course.find((stage) => stage.id === id);
}

/** Its place in the course, from 0; a stage that the programme does not have stands at the beginning. */
export function placeOf({ course }: Course, id: string): number {
  return Math.max(
    0,
    course.findIndex((stage) => stage.id === id),
  );
}

/** The stage after another, or undefined at the end. */
export function stageAfter(programme: Course, id: string): CourseStage | undefined {
  return programme.course[placeOf(programme, id) + 1];
}

/** The stage from which a family graduates: the last whose gate says so, else the last before the boosters. */
export function graduatesFrom({ course }: Course): CourseStage {
  return (
    course.findLast(({ gate }) => gate.is === 'graduation') ??
    course.findLast(({ kind }) => kind !== 'booster') ??
    course[0]
  );
}
