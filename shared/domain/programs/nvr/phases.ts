import { type Criterion, localGoal } from '../../mastery.ts';
import { makePhase } from '../treatmentPhase.ts';

/** Our goals per role-play of five minutes. They are practice goals and never mastery. Rules NVR. */
const NO_STRUGGLE: Criterion = {
  rule: 'NVR1',
  label: 'Threats and arguing',
  short: 'Struggle',
  of: 'count',
  codes: ['THR', 'ARG'],
  ...localGoal('at most', 1),
};

/** How long a calm answer to a provocation may take, in ms. Rule NVR2. */
export const CALM_WITHIN_MS = 5_000;

const MET_CALMLY: Criterion = {
  rule: 'NVR2',
  label: 'Provocations met calmly',
  short: 'Met calmly',
  of: 'answered',
  codes: ['PRV'],
  by: ['DEL', 'WDR'],
  withinMs: CALM_WITHIN_MS,
  silenceCounts: true,
  overNothing: 'not applicable',
  ...localGoal('at least', 0.8),
};

const THERE: Criterion = {
  rule: 'NVR5',
  label: 'Presence',
  short: 'Presence',
  of: 'count',
  codes: ['PRE'],
  ...localGoal('at least', 1),
};

const NO_GIVING_IN: Criterion = {
  rule: 'NVR6',
  label: 'Giving in',
  short: 'Giving in',
  of: 'count',
  codes: ['GIV'],
  ...localGoal('at most', 0),
};

export const DE_ESCALATION = makePhase({
  id: 'de-escalation',
  name: 'De-escalation',
  shortName: 'De-escalation',
  windowMs: 300_000,
  criteria: [NO_STRUGGLE, MET_CALMLY, THERE, NO_GIVING_IN],
  familyWords: 'You keep out of the struggle, and come back to it when it is cold.',
});

export const PRESENCE = makePhase({
  id: 'presence',
  name: 'Presence',
  shortName: 'Presence',
  windowMs: 300_000,
  criteria: [NO_STRUGGLE, MET_CALMLY, THERE, NO_GIVING_IN],
  familyWords: 'You show that you are there, that you care and that you are not alone.',
});
