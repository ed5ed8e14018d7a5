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
  {
    rule: 'CFP6',
    name: 'Saying that you understand',
    praise: 'You told your child that you understand the feeling.',
    homeGoal: 'Say once a day: “That is hard for you.”',
  },
  {
    rule: 'CFP7',
    name: 'Being kind to yourself',
    praise: 'You were kind to yourself, and mended what was hard.',
    homeGoal: 'After a hard moment say: “That was hard. I will try again.”',
  },
  {
    rule: 'CFP8',
    name: 'Words that shame',
    praise: 'You kept shaming words out.',
    homeGoal: 'When a sharp word comes up, say what you need instead.',
  },
  {
    rule: 'CFP9',
    name: 'Time led by your child',
    praise: 'You let your child lead, minute after minute.',
    homeGoal: 'Give five minutes a day that your child leads.',
  },
];
