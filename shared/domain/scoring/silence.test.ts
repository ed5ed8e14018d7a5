import { expect, test } from 'vitest';
import { findProgram } from '../programs/findProgram.ts';
import { scoreWindow } from './scoreWindow.ts';

/** The goal of calm answers over five minutes, with codes `at` these times (ms), under a version of NVR. */
function calmAnswersResult(codes: readonly (readonly [at: number, code: string])[], version?: string) {
  const program = findProgram('nvr', version) ?? expect.fail(`no ${version}`);
  const window = { program, phase: program.phases[0], spans: [[0, 300_000]], void: false } as const;
  const { criteria } = scoreWindow(
    codes.map(([at, code]) => ({ at, code })),
    window,
  );
  return criteria.find(({ rule }) => rule === 'NVR2')?.result;
}

test.for([
  ['nothing', [], true],
  ['a silent minute of a sit-in', [[3_000, 'SIT']], true],
  ['a withdrawal', [[3_000, 'WDR']], true],
  ['a gesture', [[3_000, 'REC']], false],
  ['arguing', [[3_000, 'ARG']], false],
  [
    'a silent minute, and arguing',
    [
      [3_000, 'SIT'],
      [4_000, 'ARG'],
    ],
    false,
  ],
] as const)('[ANS1] [NVR2] whether a provocation followed by %s was met calmly', ([, codes, isMet]) => {
  expect(calmAnswersResult([[1_000, 'PRV'], ...codes])).toMatchObject({ is: isMet ? 'met' : 'not met' });
});

test.for(['nvr-1', 'nvr-2'])('[PRO5] a session that was held under %s still treats a sit-in as speech', (version) => {
  const codes = [
    [1_000, 'PRV'],
    [3_000, 'SIT'],
  ] as const;
  expect(calmAnswersResult(codes, version)).toMatchObject({ is: 'not met', actual: 0 });
});
