import { describe, expect, test } from 'vitest';
import { findByCriteria, findProgram, listPrograms, programInUse } from './findProgram.ts';
import { FORMER_VERSIONS } from './formerVersions.ts';
import { PCIT_REVISION_1 } from './pcit.ts';

const FORMER = [...FORMER_VERSIONS, PCIT_REVISION_1];

describe.for(FORMER.map((program) => [program.version, program] as const))('%s', ([version, former]) => {
  const newest = findProgram(former.id);

  test('[PRO5] a family that began under it gets the newest version from now on', () => {
    expect(newest).not.toBe(former);
    expect(programInUse(former.id, version)).toBe(newest);
  });

  test('[PRO5] a session that was held under it keeps it', () => {
    expect(findProgram(former.id, version)).toBe(former);
  });

  test('[TRN6] a transcript that names a revision means that one, and one that names the set means the newest', () => {
    const { set = '', exact = '' } = former.criteria ?? {};
    expect(findByCriteria(former.id, exact)).toBe(former);
    expect(findByCriteria(former.id, set)).toBe(newest);
    expect(newest?.criteria?.set).toBe(set);
    expect(newest?.criteria?.exact).not.toBe(exact);
  });

  test('[CRS1] a family keeps its stage and its measures in the newest version', () => {
    for (const { id } of former.course) expect(newest?.course.map((stage) => stage.id)).toContain(id);
    for (const { id } of former.measures) expect(newest?.measures.map((measure) => measure.id)).toContain(id);
  });
});

test('[PRO5] a family under the newest version stays there', () => {
  for (const program of listPrograms()) expect(programInUse(program.id, program.version)).toBe(program);
});
