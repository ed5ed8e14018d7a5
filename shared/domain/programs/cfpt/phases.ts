import { type Criterion, localGoal } from '../../mastery.ts';
import { makePhase } from '../treatmentPhase.ts';

/** Our goals per ten minutes. They are practice goals and never mastery. Rules CFP. */
const PRAISE: Criterion = {
  rule: 'CFP1',
  label: 'Labeled praise',
  short: 'Praise',
  of: 'count',
  codes: ['LPR'],
  ...localGoal('at least', 10),
};

const INSTRUCTIONS: Criterion = {
  rule: 'CFP2',
  label: 'Effective instructions',
  short: 'Instructions',
  of: 'share',
  codes: ['EIN'],
  among: ['EIN', 'INE'],
  overNothing: 'not applicable',
  ...localGoal('at least', 0.75),
};

const IGNORING: Criterion = {
  rule: 'CFP3',
  label: 'Active ignoring',
  short: 'Ignoring',
  of: 'taken',
  codes: ['AIG'],
  chances: ['MIS'],
  withinMs: 60_000,
  overNothing: 'not applicable',
  ...localGoal('at least', 0.75),
};

const VALIDATION: Criterion = {
  rule: 'CFP6',
  label: 'Validation of the child’s feeling',
  short: 'Validation',
  of: 'count',
  codes: ['VAL'],
  ...localGoal('at least', 1),
};

const KINDNESS: Criterion = {
  rule: 'CFP7',
  label: 'Self-compassion and repair, of these and shaming',
  short: 'Kindness',
  of: 'share',
  codes: ['SCM'],
  among: ['SCM', 'SHM'],
  overNothing: 'not applicable',
  ...localGoal('at least', 0.5),
};

const NO_SHAME: Criterion = {
  rule: 'CFP8',
  label: 'Shaming',
  short: 'Shaming',
  of: 'count',
  codes: ['SHM'],
  ...localGoal('at most', 0),
};

const ONE_ON_ONE: Criterion = {
  rule: 'CFP9',
  label: 'One-on-one minutes',
  short: 'One-on-one',
  of: 'count',
  codes: ['O2O'],
  ...localGoal('at least', 5),
};

export const CONNECTION = makePhase({
  id: 'connection',
  name: 'One-on-one time',
  shortName: 'Connection',
  windowMs: 600_000,
  criteria: [ONE_ON_ONE, PRAISE, VALIDATION, IGNORING, KINDNESS, NO_SHAME],
  familyWords: 'You give your child time that is only theirs, and yourself some kindness.',
});

export const GUIDANCE = makePhase({
  id: 'guidance',
  name: 'Instructions and house rules',
  shortName: 'Guidance',
  windowMs: 600_000,
  criteria: [PRAISE, VALIDATION, INSTRUCTIONS, IGNORING, KINDNESS, NO_SHAME],
  familyWords: 'You understand first, then say clearly what comes next.',
});
