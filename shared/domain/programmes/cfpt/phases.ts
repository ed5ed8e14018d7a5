import type { Criterion } from '../../mastery.ts';
import type { TreatmentPhase } from '../programme.ts';

/** Goals of ours, per ten minutes: practice goals, and never mastery. Rules CFP. */
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
  bound: 'at least',
  goal: 0.75,
  goalOrigin: 'local',
};

const IGNORING: Criterion = {
  rule: 'CFP3',
  label: 'Active ignoring',
  short: 'Ignoring',
  of: 'answered',
  codes: ['MIS'],
  by: ['AIG'],
  withinMs: 5_000,
  silenceCounts: false,
  bound: 'at least',
  goal: 0.75,
  goalOrigin: 'local',
};

export const CONNECTION: TreatmentPhase = {
  id: 'connection',
  name: 'One-on-one time',
  shortName: 'Connection',
  windowMs: 600_000,
  assessable: { codedMs: 600_000, directCommands: 0 },
  criteria: [PRAISE, IGNORING],
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
  criteria: [PRAISE, INSTRUCTIONS, IGNORING],
  practiceGoals: [],
  ratings: [],
  sequence: undefined,
  familyWords: 'You understand first, then say clearly what comes next.',
};
