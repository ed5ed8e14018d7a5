import { INTAKE, type CourseStage } from '../courseStage.ts';

/** Each stage ends after a number of sessions. Rules CAL1 and CRS5. */
export const COURSE: readonly [CourseStage, ...CourseStage[]] = [
  { ...INTAKE, purpose: 'Get to know the family, and what the child is afraid of, from least to most.' },
  {
    id: 'cdi-teach',
    name: 'Anxiety and CDI, taught',
    kind: 'teach',
    phase: 'child-led',
    gate: { is: 'sessions', count: 2 },
    purpose: 'Teach what anxiety is and what keeps it going, and the skills of child-led play.',
  },
  {
    id: 'cdi-coach',
    name: 'CDI coaching',
    kind: 'coach',
    phase: 'child-led',
    gate: { is: 'sessions', count: 2 },
    purpose: 'Code five minutes of child-led play, then coach its skills.',
  },
  {
    id: 'exposure-coach',
    name: 'CDI with exposure',
    kind: 'coach',
    phase: 'exposure',
    gate: { is: 'sessions', count: 2 },
    purpose: 'Coach the same skills while the child meets the first step of what it fears.',
  },
  {
    id: 'dads-teach',
    name: 'DADS, taught',
    kind: 'teach',
    phase: 'dads',
    gate: { is: 'sessions', count: 1 },
    purpose: 'Teach the DADS steps, with modeling and role-play.',
  },
  {
    id: 'dads-coach',
    name: 'DADS with exposure',
    kind: 'coach',
    phase: 'dads',
    gate: { is: 'sessions', count: 5 },
    purpose: 'Coach the DADS steps, one rung of the fear ladder at a time.',
  },
  {
    id: 'closing',
    name: 'Closing',
    kind: 'graduation',
    phase: 'dads',
    gate: { is: 'graduation', phases: [], measures: [], confidence: true },
    purpose: 'Look back on the ladder, and plan the next rungs.',
  },
  {
    id: 'booster',
    name: 'Booster',
    kind: 'booster',
    phase: 'dads',
    gate: { is: 'held' },
    purpose: 'See what has kept, and climb the next rung together.',
  },
];
