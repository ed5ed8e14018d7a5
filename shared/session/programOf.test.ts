import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { programOf } from './programOf.ts';

const OLD = { program: 'pcit', programVersion: 'pcit-2011' } as const;
const goalOf = (session: Parameters<typeof programOf>[0]) => {
  const criteria = programOf(session)?.phases.flatMap((phase) => phase.criteria);
  return criteria?.find(({ rule }) => rule === 'CDI1')?.goal;
};

test('[CRS11] a session keeps the version of its program, and the clinic’s changes of that time', () => {
  expect(PCIT.version).not.toBe(OLD.programVersion);
  expect(programOf({ ...OLD, edits: undefined })?.version).toBe(OLD.programVersion);
  expect(goalOf({ ...OLD, edits: undefined })).toBe(10);
  expect(goalOf({ ...OLD, edits: { goals: { CDI1: 8 }, localGoals: [], prompts: undefined } })).toBe(8);
});
