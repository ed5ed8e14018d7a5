import { INTAKE, type CourseStage } from '../courseStage.ts';

/** Two coached parts, each gated by its practice goals. The stages are ours. Rules CRS. */
export const COURSE: readonly [CourseStage, ...CourseStage[]] = [
  { ...INTAKE, purpose: 'Get to know the family, and how the parent speaks to themselves in hard moments.' },
  {
    id: 'first-observation',
    name: 'First observation',
    kind: 'assessment',
    phase: 'connection',
    gate: { is: 'held' },
    purpose: 'Watch ten minutes together before anything is taught.',
  },
  {
    id: 'connection-teach',
    name: 'One-on-one time, taught',
    kind: 'teach',
    phase: 'connection',
    gate: { is: 'held' },
    purpose: 'Teach one-on-one time, praise, active ignoring and self-compassion.',
  },
  {
    id: 'connection-coach',
    name: 'One-on-one time, coached',
    kind: 'coach',
    phase: 'connection',
    gate: { is: 'criteria', phases: ['connection'] },
    purpose: 'Code ten minutes of one-on-one time, then coach praise and validation.',
  },
  {
    id: 'guidance-teach',
    name: 'Instructions and rules, taught',
    kind: 'teach',
    phase: 'guidance',
    gate: { is: 'held' },
    purpose: 'Teach effective instructions, rewards and house rules.',
  },
  {
    id: 'guidance-coach',
    name: 'Instructions and rules, coached',
    kind: 'coach',
    phase: 'guidance',
    gate: { is: 'criteria', phases: ['guidance'] },
    purpose: 'Code ten minutes with things to do, then coach instructions that validate first.',
  },
  {
    id: 'closing',
    name: 'Closing',
    kind: 'graduation',
    phase: 'guidance',
    gate: { is: 'graduation', phases: ['connection', 'guidance'], measures: [], confidence: true },
    purpose: 'Look back on what changed for the child and for the parent.',
  },
  {
    id: 'booster',
    name: 'Booster',
    kind: 'booster',
    phase: 'connection',
    gate: { is: 'held' },
    purpose: 'See what has kept, and be kind about what has not.',
  },
];
