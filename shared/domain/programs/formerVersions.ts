import type { Criterion } from '../mastery.ts';
import { CFPT } from './cfpt.ts';
import { NVR } from './nvr.ts';
import { PACE } from './pace.ts';
import { PMT } from './pmt.ts';
import type { Program } from './program.ts';
import type { TreatmentPhase } from './treatmentPhase.ts';

/** These versions treated every code as speech, even a silent minute of a sit-in. Rules ANS1, NVR2, PRO5. */
const NVR_2: Program = {
  ...formerVersion(NVR, 'nvr-2', []),
  codes: NVR.codes.map((code) => ({ ...code, spoken: true })),
};

/**
 * The former versions of the sister programs. Sessions that were held under them keep their results; new sessions use
 * the newest version. In the first versions, fewer codes had a goal. Rules CRS11, ANS2, PRO5.
 */
export const FORMER_VERSIONS: readonly Program[] = [
  firstVersion(PMT, 'pmt-1', ['PMT6', 'PMT7'], (criterion) => {
    if (criterion.rule === 'PMT1' && criterion.of === 'count') return { ...criterion, codes: ['PRS'] };
    if (criterion.rule !== 'PMT2' || criterion.of !== 'share') return criterion;
    return { ...criterion, codes: ['PRS'], among: ['PRS', 'CRT'] };
  }),
  firstVersion(CFPT, 'cfpt-1', ['CFP6', 'CFP7', 'CFP8', 'CFP9'], (criterion) => {
    if (criterion.of !== 'taken') return criterion;
    const { chances, codes, ...rest } = criterion;
    return { ...rest, of: 'answered', codes: chances, by: codes, withinMs: 5_000, silenceCounts: false };
  }),
  firstVersion(PACE, 'pace-1', []),
  firstVersion(NVR_2, 'nvr-1', ['NVR5', 'NVR6']),
  NVR_2,
];

/** A first version, in which a criterion without any event was not met. */
function firstVersion(
  program: Program,
  version: string,
  later: readonly string[],
  asItWas: (criterion: Criterion) => Criterion = (criterion) => criterion,
): Program {
  return formerVersion(program, version, later, (criterion) => {
    const then = asItWas(criterion);
    return 'overNothing' in then ? { ...then, overNothing: 'not met' } : then;
  });
}

/** The version before this one: without the criteria that came `later`, and with the others as they were. */
function formerVersion(
  program: Program,
  version: string,
  later: readonly string[],
  asItWas: (criterion: Criterion) => Criterion = (criterion) => criterion,
): Program {
  const phaseThen = (phase: TreatmentPhase): TreatmentPhase => ({
    ...phase,
    criteria: phase.criteria.filter(({ rule }) => !later.includes(rule)).map(asItWas),
  });
  const [first, ...rest] = program.phases;
  // The same set of criteria: a family that began under it continues under the newest. Rule PRO5.
  const criteria = { set: program.id, exact: version };
  return { ...program, version, criteria, phases: [phaseThen(first), ...rest.map(phaseThen)] };
}
