import { numberInWords } from '../inWords.ts';
import type { FamilySkill } from '../program.ts';
import { COMMAND_SEQUENCE } from './commandSequence.ts';

/** What a family reads about each criterion: what went well, what to try at home, and why. Rule CARD1. */
export const FAMILY_SKILLS: readonly FamilySkill[] = [
  {
    rule: 'CDI1',
    name: 'Praise that says what for',
    praise: { reached: 'You told your child just what you liked.', begun: 'You named something that you liked.' },
    homeGoal: 'In special time, notice something good and say what you like about it.',
    why: 'When praise names what you liked, your child knows what to do again.',
  },
  {
    rule: 'CDI2',
    name: 'Describing what your child does',
    praise: {
      reached: 'You put your child’s play into words.',
      begun: 'You put some of your child’s play into words.',
    },
    homeGoal: 'In special time, say what those busy hands are doing.',
    why: 'Hearing their play put into words tells children that you are with them, and helps them stay with it.',
  },
  {
    rule: 'CDI3',
    name: 'Saying back what your child says',
    praise: {
      reached: 'You showed your child, again and again, that you were listening.',
      begun: 'You said some of your child’s words back.',
    },
    homeGoal: 'In special time, say your child’s words back, and let them lead.',
    why: 'Hearing their own words come back shows children that you listen, and helps them talk.',
  },
  {
    rule: 'CDI4',
    name: 'Talk to leave out',
    homeGoal: 'In special time, turn a question into a plain sentence.',
    why: 'Questions and commands take the lead away from your child, and sharp words take the fun. Everyone slips now and then.',
  },
  {
    rule: 'PDI5',
    name: 'Clear things to do',
    praise: {
      reached: 'You gave enough direct commands to practice with.',
      begun: 'You told your child directly what to do.',
    },
    homeGoal: 'Ask for small, plain things in play, one at a time.',
    why: 'We can look at the other goals only after a few commands.',
  },
  {
    rule: 'PDI3',
    name: 'Commands that are easy to follow',
    praise: {
      reached: 'Most of the time, you asked for one clear thing and gave your child time to do it.',
      begun: 'You asked for one clear thing and gave your child time to do it.',
    },
    homeGoal: `Say what to do in a few words, then count to ${numberInWords(COMMAND_SEQUENCE.clocks.responseMs / 1_000)} silently.`,
    why: 'A short, direct command and a little time give your child a fair chance to do it.',
  },
  {
    rule: 'PDI4',
    name: 'Following through',
    praise: { reached: 'Most of the time, you followed through calmly.', begun: 'You followed through calmly.' },
    homeGoal: 'Each time your child does what you ask, say what you liked about it.',
    why: 'When the same thing follows every time, your child knows what to expect.',
  },
];
