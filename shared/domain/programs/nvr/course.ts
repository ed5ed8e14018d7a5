import { INTAKE, type CourseStage } from '../courseStage.ts';

/**
 * Two coached parts, each gated by its practice goals. The stages are ours, after the elements of the approach. Rules
 * CRS.
 */
export const COURSE: readonly [CourseStage, ...CourseStage[]] = [
  { ...INTAKE, purpose: 'Sort what can wait from what cannot, and find the first supporters.' },
  {
    id: 'de-escalation-teach',
    name: 'De-escalation, taught',
    kind: 'teach',
    phase: 'de-escalation',
    gate: { is: 'held' },
    purpose: 'Teach delay, withdrawal, a word of presence and how a struggle builds up.',
  },
  {
    id: 'de-escalation-coach',
    name: 'De-escalation, coached',
    kind: 'coach',
    phase: 'de-escalation',
    gate: { is: 'criteria', phases: ['de-escalation'] },
    purpose: 'Code a role-play of five minutes, then coach what to do with each provocation.',
  },
  {
    id: 'presence-teach',
    name: 'Presence, taught',
    kind: 'teach',
    phase: 'presence',
    gate: { is: 'held' },
    purpose: 'Prepare the announcement, the sit-in and the gestures of reconciliation.',
  },
  {
    id: 'presence-coach',
    name: 'Presence, coached',
    kind: 'coach',
    phase: 'presence',
    gate: { is: 'criteria', phases: ['presence'] },
    purpose: 'Rehearse the announcement or the sit-in in role-play, and coach it.',
  },
  {
    id: 'closing',
    name: 'Closing',
    kind: 'graduation',
    phase: 'presence',
    gate: { is: 'graduation', phases: ['de-escalation', 'presence'], measures: [], confidence: true },
    purpose: 'Look back with the supporters, and plan for the next storm.',
  },
  {
    id: 'booster',
    name: 'Booster',
    kind: 'booster',
    phase: 'de-escalation',
    gate: { is: 'held' },
    purpose: 'See what has kept, and rehearse what is coming.',
  },
];
