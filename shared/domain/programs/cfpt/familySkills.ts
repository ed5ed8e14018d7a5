import type { FamilySkill } from '../program.ts';

/** What a family reads about each practice goal: what went well, what to try at home, and why. Rule CARD1. */
export const FAMILY_SKILLS: readonly FamilySkill[] = [
  {
    rule: 'CFP1',
    name: 'Praise that says what for',
    praise: { reached: 'You told your child just what you liked.', begun: 'You named something that you liked.' },
    homeGoal: 'In one-on-one time, catch something good and say what it is.',
    why: 'When praise names what you liked, your child knows what to do again.',
  },
  {
    rule: 'CFP2',
    name: 'Clear instructions',
    praise: {
      reached: 'Most times you asked for one thing, kindly and clearly.',
      begun: 'You asked for one thing, kindly and clearly.',
    },
    homeGoal: 'Say the feeling first, then one thing to do.',
    why: 'One clear and kind thing to do is easier to follow than several at once.',
  },
  {
    rule: 'CFP3',
    name: 'Letting small things pass',
    praise: {
      reached: 'Most times you let the small things pass, and came back warmly.',
      begun: 'You let a small thing pass, and came back warmly.',
    },
    homeGoal: 'Look away from one small thing a day, and come back with praise.',
    why: 'Small things that get no answer fade, and warmth afterwards shows the way back.',
  },
  {
    rule: 'CFP6',
    name: 'Saying that you understand',
    praise: {
      reached: 'You told your child that you understand the feeling.',
      begun: 'You told your child that you understand the feeling.',
    },
    homeGoal: 'Say once a day: “That is hard for you.”',
    why: 'A child who feels understood calms down sooner.',
  },
  {
    rule: 'CFP7',
    name: 'Being kind to yourself',
    praise: {
      reached: 'In hard moments you were kind to yourself, or mended them.',
      begun: 'You were kind to yourself, or mended a hard moment.',
    },
    homeGoal: 'After a hard moment say: “That was hard. I will try again.”',
    why: 'Parents who are kind to themselves find it easier to be kind to a child who struggles.',
  },
  {
    rule: 'CFP8',
    name: 'Words that shame',
    homeGoal: 'When a sharp word comes up, say what you need instead.',
    why: 'Shame makes children, and parents, smaller. Saying what you need works better.',
  },
  {
    rule: 'CFP9',
    name: 'Time led by your child',
    praise: { reached: 'You let your child lead, minute after minute.', begun: 'You gave your child time to lead.' },
    homeGoal: 'Give five minutes a day that your child leads.',
    why: 'When children lead, they feel that they matter as they are.',
  },
];
