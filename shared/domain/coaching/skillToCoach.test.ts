import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareReached } from '../course/progress.ts';
import { isShare, judge, type ScoredCriterion } from '../mastery.ts';
import { listPrograms } from '../programs/findProgram.ts';
import { CDI, PDI } from '../programs/pcit/phases.ts';
import type { TreatmentPhase } from '../programs/treatmentPhase.ts';
import { skillToCoach } from './skillToCoach.ts';

const window = (phase: TreatmentPhase, found: readonly (number | null)[], assessable = true) => ({
  assessable,
  criteria: phase.criteria.map((criterion, index) => judge(criterion, found[index] ?? null, assessable)),
});

test.for([
  ['the nearest to its goal, not the furthest', CDI, [2, 9, 4, 0], 'CDI2'],
  ['a limit that was exceeded can be the nearest', CDI, [2, 5, 4, 4], 'CDI4'],
  ['of two equally near, the first in the program', CDI, [8, 8, 2, 0], 'CDI1'],
  ['a criterion that is met is no longer coached', CDI, [10, 10, 1, 3], 'CDI3'],
  ['a share of nothing comes last and is still open', PDI, [4, 1, null], 'PDI4'],
  ['nothing if all are met', CDI, [10, 12, 10, 3], undefined],
] as const)('[NXT1] %s', ([, phase, found, rule]) => {
  expect(skillToCoach([window(phase, found)])?.rule).toBe(rule);
});

test('[NXT1] the last window that could be judged decides, not a later short one', () => {
  const early = window(CDI, [2, 9, 4, 0]);
  expect(skillToCoach([early, window(PDI, [4, 0.7, 0.2])])?.rule).toBe('PDI3');
  expect(skillToCoach([early, window(CDI, [9, 0, 0, 0], false), { assessable: true, criteria: [] }])?.rule).toBe(
    'CDI2',
  );
  expect(skillToCoach([])).toBeUndefined();
});

test('[NXT1] in any window of any program, no other open skill is nearer to its goal', () => {
  const phases = listPrograms().flatMap((program) => program.phases.filter(({ criteria }) => criteria.length > 0));
  const someWindow = fc
    .constantFrom(...phases)
    .chain((phase) =>
      fc
        .tuple(
          ...phase.criteria.map((criterion) =>
            isShare(criterion)
              ? fc.option(fc.double({ min: 0, max: 1, noNaN: true }))
              : fc.nat(30).map((count): number | null => count),
          ),
        )
        .map((found) => window(phase, found)),
    );
  const isOpen = ({ result }: ScoredCriterion) => result.is === 'not met';
  fc.assert(
    fc.property(someWindow, (one) => {
      const chosen = skillToCoach([one]);
      const open = one.criteria.filter(isOpen);
      expect(chosen === undefined).toBe(open.length === 0);
      if (chosen === undefined) return;
      expect(open).toContain(chosen);
      expect(Math.max(...open.map(shareReached))).toBe(shareReached(chosen));
    }),
  );
});
