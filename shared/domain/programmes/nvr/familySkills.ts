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
  {
    rule: 'NVR5',
    name: 'Being there',
    praise: 'You said that you are there, and stay.',
    homeGoal: 'Say once a day: “I am here, and I stay.”',
  },
  {
    rule: 'NVR6',
    name: 'Giving in to leave out',
    praise: 'You did not give in to have peace.',
    homeGoal: 'When it gets loud, put it off. You can come back to it.',
  },
];
