import { type Criterion, localGoal } from '../../mastery.ts';
import { makePhase, type RatingDefinition } from '../treatmentPhase.ts';

/** Our goals per ten minutes, all exploratory. They are practice goals and never mastery. Rules PAC. */
const PLAYFUL: Criterion = {
  rule: 'PAC1',
  label: 'Playfulness',
  short: 'Playful',
  of: 'count',
  codes: ['PLA'],
  ...localGoal('at least', 1),
};

const ACCEPTING: Criterion = {
  rule: 'PAC2',
  label: 'Acceptance',
  short: 'Accepting',
  of: 'count',
  codes: ['ACC'],
  ...localGoal('at least', 1),
};

const CURIOUS: Criterion = {
  rule: 'PAC3',
  label: 'Curiosity',
  short: 'Curious',
  of: 'count',
  codes: ['CUR'],
  ...localGoal('at least', 1),
};

const EMPATHIC: Criterion = {
  rule: 'PAC4',
  label: 'Empathy',
  short: 'Empathic',
  of: 'count',
  codes: ['EMP'],
  ...localGoal('at least', 1),
};

const CONNECTING: Criterion = {
  rule: 'PAC5',
  label: 'What connects, of all that is coded',
  short: 'Connecting',
  of: 'share',
  codes: ['PLA', 'ACC', 'CUR', 'EMP', 'REP', 'LIM'],
  among: ['PLA', 'ACC', 'CUR', 'EMP', 'REP', 'LIM', 'WHY', 'DIS', 'LEC', 'ESC'],
  overNothing: 'not applicable',
  ...localGoal('at least', 0.8),
};

const REPAIRED: Criterion = {
  rule: 'PAC6',
  label: 'Ruptures repaired',
  short: 'Repaired',
  of: 'answered',
  codes: ['RUP'],
  by: ['REP'],
  withinMs: 120_000,
  silenceCounts: false,
  overNothing: 'not applicable',
  ...localGoal('at least', 0.5),
};

const CALM: Criterion = {
  rule: 'PAC7',
  label: 'Raised voice or threat',
  short: 'Calm',
  of: 'count',
  codes: ['ESC'],
  ...localGoal('at most', 0),
};

/** Rated over the whole window, from 1 to 5. Shown, and never a gate. */
const RATINGS: readonly RatingDefinition[] = [
  { id: 'playfulness', label: 'Playfulness', scale: ['1', '2', '3', '4', '5'] },
  { id: 'acceptance', label: 'Acceptance', scale: ['1', '2', '3', '4', '5'] },
  { id: 'curiosity', label: 'Curiosity', scale: ['1', '2', '3', '4', '5'] },
  { id: 'empathy', label: 'Empathy', scale: ['1', '2', '3', '4', '5'] },
];

export const ATTUNEMENT = makePhase({
  id: 'attunement',
  name: 'Attunement',
  shortName: 'Attunement',
  windowMs: 600_000,
  criteria: [PLAYFUL, ACCEPTING, CURIOUS, EMPATHIC, CONNECTING, REPAIRED, CALM],
  ratings: RATINGS,
  familyWords: 'You meet your child with play, acceptance, curiosity and empathy, and mend what breaks.',
});
