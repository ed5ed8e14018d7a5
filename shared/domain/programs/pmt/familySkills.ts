import { forEachOther, numberInWords } from '../inWords.ts';
import type { FamilySkill } from '../program.ts';
import { PRAISE_SHARE } from './phases.ts';

/** What a family reads about each practice goal: what went well, what to try at home, and why. Rule CARD1. */
export const FAMILY_SKILLS: readonly FamilySkill[] = [
  {
    rule: 'PMT1',
    name: 'Praise that works',
    praise: { reached: 'You said right away what went well.', begun: 'You said what went well.' },
    homeGoal: 'Each day, catch the new behavior and say what you saw.',
    why: 'Praise that comes right away, and says what for, makes a behavior come back.',
  },
  {
    rule: 'PMT2',
    name: 'More praise than criticism',
    praise: { reached: 'Your warm words outnumbered the sharp ones by far.', begun: 'There were warm words from you.' },
    homeGoal: `For each word of criticism, find ${thingsToPraise(PRAISE_SHARE)} to praise.`,
    why: 'Children hear a sharp word louder than a warm one, so it takes several warm ones for each.',
  },
  {
    rule: 'PMT3',
    name: 'Asking once',
    praise: { reached: 'Most times you asked calmly, and once.', begun: 'You asked calmly, and once.' },
    homeGoal: 'Go near, ask once, and count to ten inside.',
    why: 'A request that comes once and calmly is easier to follow than one that is repeated.',
  },
  {
    rule: 'PMT4',
    name: 'Catching it each time',
    praise: {
      reached: 'Most times you answered the new behavior right away.',
      begun: 'You answered the new behavior right away.',
    },
    homeGoal: 'When the new behavior comes, praise it right away.',
    why: 'What is answered right away is done again.',
  },
  {
    rule: 'PMT6',
    name: 'Letting small troubles pass',
    praise: {
      reached: 'You let small troubles pass, and came back warmly.',
      begun: 'You let a small trouble pass, and came back warmly.',
    },
    homeGoal: 'Look away from one small trouble, and turn back when it stops.',
    why: 'Small troubles that get no answer, good or bad, fade by themselves.',
  },
  {
    rule: 'PMT7',
    name: 'Giving in to leave out',
    homeGoal: 'Before you say no, take a breath: then stay with it.',
    why: 'If a no turns into a yes after enough trouble, more trouble comes next time.',
  },
];

function thingsToPraise(share: number): string {
  const count = forEachOther(share);
  return `${numberInWords(count)} ${count === 1 ? 'thing' : 'things'}`;
}
