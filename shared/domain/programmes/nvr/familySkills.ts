import type { FamilySkill } from '../programme.ts';

/** What a family reads of the practice goals. Rule CARD1. */
export const FAMILY_SKILLS: readonly FamilySkill[] = [
  {
    rule: 'NVR1',
    name: 'Talk to leave out',
    praise: 'You kept out of the struggle.',
    homeGoal: 'When it heats up, one sentence: “We will come back to this.”',
  },
  {
    rule: 'NVR2',
    name: 'Meeting provocation calmly',
    praise: 'You met nearly every provocation without a fight.',
    homeGoal: 'Let five seconds pass before you say anything.',
  },
];
