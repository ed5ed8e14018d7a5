import type { FamilySkill } from '../programme.ts';

/** What a family reads of the criteria: what went well, and what to take home. Rule CARD1. */
export const FAMILY_SKILLS: readonly FamilySkill[] = [
  {
    rule: 'CDI1',
    name: 'Praise that says what for',
    praise: 'You told your child just what you liked.',
    homeGoal: 'In special time, catch something good and say what it is you like.',
  },
  {
    rule: 'CDI2',
    name: 'Describing what your child does',
    praise: 'You put your child’s play into words, and it kept going.',
    homeGoal: 'In special time, say what those busy hands are doing.',
  },
  {
    rule: 'CDI3',
    name: 'Saying back what your child says',
    praise: 'You showed your child that every word was heard.',
    homeGoal: 'In special time, say your child’s words back, and let them lead.',
  },
  {
    rule: 'CDI4',
    name: 'Talk to leave out',
    praise: 'You let your child lead, with hardly a question or a command.',
    homeGoal: 'In special time, turn a question into a plain sentence.',
  },
  {
    rule: 'PDI5',
    name: 'Clear things to do',
    praise: 'You gave enough clear commands to practice with.',
    homeGoal: 'Ask for small, plain things in play, one at a time.',
  },
  {
    rule: 'PDI3',
    name: 'Commands that are easy to follow',
    praise: 'You asked for one clear thing, and gave time to do it.',
    homeGoal: 'Say what to do in a few words, then count to five inside.',
  },
  {
    rule: 'PDI4',
    name: 'Following through',
    praise: 'You did what you said you would, calmly, each time.',
    homeGoal: 'Each time your child does what you ask, say what you liked about it.',
  },
];
