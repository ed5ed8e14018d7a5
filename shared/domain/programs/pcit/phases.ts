import { publishedGoal } from '../../mastery.ts';
import { makePhase, type RatingDefinition, type TreatmentPhase } from '../treatmentPhase.ts';
import type { RatioDefinition } from '../ratioDefinition.ts';
import { COMMAND_SEQUENCE } from './commandSequence.ts';

/** Rated right after the window, and never a gate. Rule CDI6. */
const RATINGS: readonly RatingDefinition[] = [
  { id: 'imitation', label: 'Imitates the child’s play', scale: ['Needs practice', 'Satisfactory'] },
  { id: 'enthusiasm', label: 'Shows enthusiasm', scale: ['Needs practice', 'Satisfactory'] },
  { id: 'ignoring', label: 'Ignores disruptive behavior', scale: ['Needs practice', 'Satisfactory', 'Not applicable'] },
];

export const DIRECT: RatioDefinition = {
  rule: 'RAT1',
  label: 'Direct command ratio',
  of: 'codes',
  codes: ['DC'],
  among: ['DC', 'IC'],
};

const SKILLS = ['BD', 'RF', 'LP', 'UP'];

export const FOLLOWING: RatioDefinition = {
  rule: 'RAT3',
  label: 'Positive following',
  of: 'codes',
  codes: SKILLS,
  among: [...SKILLS, 'TA', 'QU', 'IQ', 'DQ', 'DC', 'IC', 'NTA'],
};

export const CDI = makePhase({
  id: 'cdi',
  name: 'Child-directed interaction',
  shortName: 'CDI',
  windowMs: 300_000,
  criteria: [
    {
      rule: 'CDI1',
      label: 'Labeled praise',
      short: 'Labeled praise',
      of: 'count',
      codes: ['LP'],
      ...publishedGoal('at least', 10),
    },
    {
      rule: 'CDI2',
      label: 'Behavior descriptions',
      short: 'Descriptions',
      of: 'count',
      codes: ['BD'],
      ...publishedGoal('at least', 10),
    },
    {
      rule: 'CDI3',
      label: 'Reflections',
      short: 'Reflections',
      of: 'count',
      codes: ['RF'],
      ...publishedGoal('at least', 10),
    },
    {
      rule: 'CDI4',
      label: 'Questions, commands and negative talk',
      short: 'To avoid',
      of: 'count',
      codes: ['QU', 'IQ', 'DQ', 'DC', 'IC', 'NTA'],
      ...publishedGoal('at most', 3),
    },
  ],
  ratings: RATINGS,
  ratios: [FOLLOWING, DIRECT],
  familyWords: 'Your child leads the play, and you follow along with warm attention.',
});

export const PDI = makePhase({
  id: 'pdi',
  name: 'Parent-directed interaction',
  shortName: 'PDI',
  windowMs: 300_000,
  directCommands: 4,
  criteria: [
    {
      rule: 'PDI5',
      label: 'Direct commands',
      short: 'Commands',
      of: 'commands',
      codes: ['DC'],
      ...publishedGoal('at least', 4),
    },
    {
      rule: 'PDI3',
      label: 'Effective commands',
      short: 'Effective',
      of: 'effective',
      codes: ['DC', 'IC'],
      ...publishedGoal('at least', 0.75),
    },
    {
      rule: 'PDI4',
      label: 'Correct follow-through',
      short: 'Follow-through',
      of: 'follow-through',
      codes: ['DC', 'IC'],
      ...publishedGoal('at least', 0.75),
    },
  ],
  ratings: RATINGS,
  ratios: [
    DIRECT,
    { rule: 'RAT2', label: 'Alpha compliance', of: 'compliance' },
    { rule: 'RAT4', label: 'Opportunity commands', of: 'opportunity' },
  ],
  sequence: COMMAND_SEQUENCE,
  familyWords: 'You ask for one clear thing at a time, and follow through calmly, the same way each time.',
});

/** PDI as sessions of the first version were scored: rule PDI4 in its first reading. */
export const PDI_REVISION_1: TreatmentPhase = { ...PDI, sequence: { ...COMMAND_SEQUENCE, revision: 1 } };
