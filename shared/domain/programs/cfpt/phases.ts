import type { Criterion } from '../../mastery.ts';
import type { TreatmentPhase } from '../treatmentPhase.ts';

/** Our goals per ten minutes. They are practice goals and never mastery. Rules CFP. */
const PRAISE: Criterion = {
  rule: 'CFP1',
  label: 'Labeled praise',
  short: 'Praise',
  of: 'count',
  codes: ['LPR'],
  bound: 'at least',
  goal: 10,
  goalOrigin: 'local',
};

const INSTRUCTIONS: Criterion = {
  rule: 'CFP2',
  label: 'Effective instructions',
  short: 'Instructions',
  of: 'share',
  codes: ['EIN'],
  among: ['EIN', 'INE'],
  overNothing: 'not applicable',
  bound: 'at least',
  goal: 0.75,
  goalOrigin: 'local',
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
  bound: 'at least',
  goal: 0.75,
  goalOrigin: 'local',
};

const VALIDATION: Criterion = {
  rule: 'CFP6',
  label: 'Validation of the child’s feeling',
  short: 'Validation',
  of: 'count',
  codes: ['VAL'],
  bound: 'at least',
  goal: 1,
  goalOrigin: 'local',
};

const KINDNESS: Criterion = {
  rule: 'CFP7',
  label: 'Self-compassion and repair, of these and shaming',
  short: 'Kindness',
  of: 'share',
  codes: ['SCM'],
  among: ['SCM', 'SHM'],
  overNothing: 'not applicable',
  bound: 'at least',
  goal: 0.5,
  goalOrigin: 'local',
};

const NO_SHAME: Criterion = {
  rule: 'CFP8',
  label: 'Shaming',
  short: 'Shaming',
  of: 'count',
  codes: ['SHM'],
  bound: 'at most',
  goal: 0,
  goalOrigin: 'local',
};

const ONE_ON_ONE: Criterion = {
  rule: 'CFP9',
  label: 'One-on-one minutes',
  short: 'One-on-one',
  of: 'count',
  codes: ['O2O'],
  bound: 'at least',
  goal: 5,
  goalOrigin: 'local',
};

export const CONNECTION: TreatmentPhase = {
  id: 'connection',
  name: 'One-on-one time',
  shortName: 'Connection',
  windowMs: 600_000,
  assessable: { codedMs: 600_000, directCommands: 0 },
  criteria: [ONE_ON_ONE, PRAISE, VALIDATION, IGNORING, KINDNESS, NO_SHAME],
  practiceGoals: [],
  ratings: [],
  sequence: undefined,
  familyWords: 'You give your child time that is only theirs, and yourself some kindness.',
};

export const GUIDANCE: TreatmentPhase = {
  id: 'guidance',
  name: 'Instructions and house rules',
  shortName: 'Guidance',
  windowMs: 600_000,
  assessable: { codedMs: 600_000, directCommands: 0 },
  criteria: [PRAISE, VALIDATION, INSTRUCTIONS, IGNORING, KINDNESS, NO_SHAME],
  practiceGoals: [],
  ratings: [],
  sequence: undefined,
  familyWords: 'You understand first, then say clearly what comes next.',
};
