import { INTAKE, type CourseStage } from '../courseStage.ts';

/** One coached part. Its numbers are exploratory, so it ends after a number of sessions and not by goals. Rules CRS. */
export const COURSE: readonly [CourseStage, ...CourseStage[]] = [
  { ...INTAKE, purpose: 'Hear the child’s story, and what the parent finds hard to stay open to.' },
  {
    id: 'first-observation',
    name: 'First observation',
    kind: 'assessment',
    phase: 'attunement',
    gate: { is: 'held' },
    purpose: 'Watch ten minutes together before anything is taught.',
  },
  {
    id: 'attunement-teach',
    name: 'Attunement, taught',
    kind: 'teach',
    phase: 'attunement',
    gate: { is: 'held' },
    purpose: 'Teach playfulness, acceptance, curiosity and empathy, and how to repair.',
  },
  {
    id: 'attunement-coach',
    name: 'Attunement, coached',
    kind: 'coach',
    phase: 'attunement',
    gate: { is: 'sessions', count: 8 },
    purpose:
      'Code ten minutes together, rate the four qualities, then coach the skill that is nearest to its goal, the one on the family’s card.',
  },
  {
    id: 'closing',
    name: 'Closing',
    kind: 'graduation',
    phase: 'attunement',
    gate: { is: 'graduation', phases: [], measures: [], confidence: true },
    purpose: 'Look back on moments of connection, and plan for the hard days.',
  },
  {
    id: 'booster',
    name: 'Booster',
    kind: 'booster',
    phase: 'attunement',
    gate: { is: 'held' },
    purpose: 'See how connection and repair have kept.',
  },
];
