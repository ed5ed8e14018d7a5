import { INTAKE, type CourseStage } from '../courseStage.ts';

/** Two coached parts, each gated by its practice goals. The stages are ours, after the published steps. Rules CRS. */
export const COURSE: readonly [CourseStage, ...CourseStage[]] = [
  { ...INTAKE, purpose: 'Agree on the behavior to build: the positive opposite of what troubles the family most.' },
  {
    id: 'first-observation',
    name: 'First observation',
    kind: 'assessment',
    phase: 'prompting',
    gate: { is: 'held' },
    purpose: 'Watch an everyday task before anything is taught.',
  },
  {
    id: 'prompting-teach',
    name: 'Prompting and praise, taught',
    kind: 'teach',
    phase: 'prompting',
    gate: { is: 'held' },
    purpose: 'Teach prompts, effective praise and the point chart, with role-play.',
  },
  {
    id: 'prompting-coach',
    name: 'Prompting and praise, coached',
    kind: 'coach',
    phase: 'prompting',
    gate: { is: 'criteria', phases: ['prompting'] },
    purpose: 'Code ten minutes of an everyday task, then coach prompts and praise.',
  },
  {
    id: 'reinforcement-teach',
    name: 'Reinforcement, taught',
    kind: 'teach',
    phase: 'reinforcement',
    gate: { is: 'held' },
    purpose: 'Teach shaping, planned ignoring and mild consequences.',
  },
  {
    id: 'reinforcement-coach',
    name: 'Reinforcement, coached',
    kind: 'coach',
    phase: 'reinforcement',
    gate: { is: 'criteria', phases: ['reinforcement'] },
    purpose: 'Code ten minutes in which the target behavior can come up, then coach its reinforcement.',
  },
  {
    id: 'closing',
    name: 'Closing',
    kind: 'graduation',
    phase: 'reinforcement',
    gate: { is: 'graduation', phases: ['prompting', 'reinforcement'], measures: [], confidence: true },
    purpose: 'Look back on the chart, and plan how to fade it.',
  },
  {
    id: 'booster',
    name: 'Booster',
    kind: 'booster',
    phase: 'reinforcement',
    gate: { is: 'held' },
    purpose: 'See how the new behavior has kept.',
  },
];
