import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programmes/pcit.ts';
import { aFamilyRecord, day, JON, MARIA } from './aFamilyRecord.ts';
import { courseOf } from './courseOf.ts';

test('[CRS1] a new course stands in the first stage of its programme, with everyone', () => {
  const course = courseOf(aFamilyRecord(), PCIT, day(1));
  const [first] = PCIT.course;
  expect(course).toMatchObject({ standing: 'running', stage: first, next: { stage: first } });
  expect(course.caregivers.map(({ name, stage }) => [name, stage])).toEqual([
    [MARIA.name, first],
    [JON.name, first],
  ]);
});
