import { type Criterion, localGoal } from '../../mastery.ts';
import { makePhase } from '../treatmentPhase.ts';

/** Our goals per ten minutes. They are practice goals and never mastery. Rules PMT. */
const PRAISE: Criterion = {
  rule: 'PMT1',
  label: 'Effective praise',
  short: 'Praise',
  of: 'count',
  codes: ['PRS', 'PRT'],
  ...localGoal('at least', 10),
};

/** The share of praise among praise and criticism. Rule PMT2. */
export const PRAISE_SHARE = 0.8;

const BALANCE: Criterion = {
  rule: 'PMT2',
  label: 'Praise of praise and criticism',
  short: 'Balance',
  of: 'share',
  codes: ['PRS', 'PRT'],
  among: ['PRS', 'PRT', 'CRT'],
  overNothing: 'not applicable',
  ...localGoal('at least', PRAISE_SHARE),
};

const PROMPTS: Criterion = {
  rule: 'PMT3',
  label: 'Prompts given once',
  short: 'Prompts',
  of: 'share',
  codes: ['PRO'],
  among: ['PRO', 'PRX'],
  overNothing: 'not applicable',
  ...localGoal('at least', 0.8),
};

/** How soon a target behavior must be reinforced, in ms. Rule PMT4. */
export const REINFORCED_WITHIN_MS = 5_000;

const REINFORCED: Criterion = {
  rule: 'PMT4',
  label: 'Target behaviors reinforced in time',
  short: 'Reinforced',
  of: 'answered',
  codes: ['TGT'],
  by: ['PRS', 'PRT', 'SHP', 'PTS'],
  withinMs: REINFORCED_WITHIN_MS,
  silenceCounts: false,
  overNothing: 'not applicable',
  ...localGoal('at least', 0.75),
};

const IGNORING: Criterion = {
  rule: 'PMT6',
  label: 'Planned ignoring, of ignoring, criticism and giving in',
  short: 'Ignoring',
  of: 'share',
  codes: ['IGN'],
  among: ['IGN', 'CRT', 'NEG'],
  overNothing: 'not applicable',
  ...localGoal('at least', 0.75),
};

const FIRM: Criterion = {
  rule: 'PMT7',
  label: 'Giving in',
  short: 'Giving in',
  of: 'count',
  codes: ['NEG'],
  ...localGoal('at most', 0),
};

export const PROMPTING = makePhase({
  id: 'prompting',
  name: 'Prompting and praise',
  shortName: 'Prompting',
  windowMs: 600_000,
  criteria: [PRAISE, BALANCE, PROMPTS, FIRM],
  familyWords: 'You ask calmly, once, and say warmly what went well.',
});

export const REINFORCEMENT = makePhase({
  id: 'reinforcement',
  name: 'Reinforcement',
  shortName: 'Reinforcing',
  windowMs: 600_000,
  criteria: [PRAISE, BALANCE, REINFORCED, IGNORING, FIRM],
  familyWords: 'You catch the new behavior each time it comes, and let the small troubles pass.',
});
