import { INTAKE, type CourseStage } from '../courseStage.ts';

/** The highest own total of each caregiver that allows graduation, and its oldest age. Rule CRS7. */
export const GRADUATION_ECBI = { measureId: 'ecbi-intensity', atMost: 114, withinDays: 14, rule: 'CRS7' } as const;

/** From the first meeting to the booster session. Rules CRS. */
export const COURSE: readonly [CourseStage, ...CourseStage[]] = [
  {
    ...INTAKE,
    purpose: 'Get to know the family, what worries them most and what they hope for. Record the first questionnaires.',
  },
  {
    id: 'pre-assessment',
    name: 'First observation',
    kind: 'assessment',
    phase: 'clp',
    gate: { is: 'held' },
    purpose: 'Watch each caregiver play, before anything is taught: child-led, parent-led and cleaning up.',
  },
  {
    id: 'cdi-teach',
    name: 'CDI teaching',
    kind: 'teach',
    phase: 'cdi',
    gate: { is: 'held' },
    purpose: 'Teach the skills of child-led play to the caregivers alone, with modeling and role-play.',
  },
  {
    id: 'cdi-coach',
    name: 'CDI coaching',
    kind: 'coach',
    phase: 'cdi',
    gate: { is: 'criteria', phases: ['cdi'] },
    purpose:
      'Code five minutes of child-led play, then coach the skill that is nearest to its goal, the one on the family’s card.',
  },
  {
    id: 'pdi-teach',
    name: 'PDI teaching',
    kind: 'teach',
    phase: 'pdi',
    gate: { is: 'held' },
    purpose: 'Teach effective commands and calm follow-through, and agree on the back-up for leaving the chair.',
  },
  {
    id: 'pdi-coach',
    name: 'PDI coaching',
    kind: 'coach',
    phase: 'pdi',
    gate: { is: 'criteria', phases: ['pdi'] },
    purpose: 'Code five minutes with at least four direct commands, then coach commands and follow-through.',
  },
  {
    id: 'graduation',
    name: 'Graduation',
    kind: 'graduation',
    phase: 'pdi',
    gate: {
      is: 'graduation',
      phases: ['cdi', 'pdi'],
      measures: [GRADUATION_ECBI],
      kept: [{ phase: 'cdi', during: 'pdi', rule: 'CRS12' }],
      confidence: true,
    },
    purpose: 'Look back on what changed, repeat the first observation and plan how to keep it.',
  },
  {
    id: 'booster',
    name: 'Booster',
    kind: 'booster',
    phase: 'cdi',
    gate: { is: 'held' },
    purpose: 'See how the skills have kept, and refresh what slipped.',
  },
];
