import type { FamilySkill } from '../programme.ts';

/** What a family reads of the practice goals. Rule CARD1. */
export const FAMILY_SKILLS: readonly FamilySkill[] = [
  {
    rule: 'CFP1',
    name: 'Praise that says what for',
    praise: 'You told your child just what you liked.',
    homeGoal: 'In one-on-one time, catch something good and say what it is.',
  },
  {
    rule: 'CFP2',
    name: 'Clear instructions',
    praise: 'You asked for one thing, kindly and clearly.',
    homeGoal: 'Say the feeling first, then one thing to do.',
  },
  {
    rule: 'CFP3',
    name: 'Letting small things pass',
    praise: 'You let the small things pass, and came back warmly.',
    homeGoal: 'Look away from one small thing a day, and come back with praise.',
  },
];
