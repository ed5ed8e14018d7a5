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
    why: 'Praise works best when it comes right away and says what it is for.',
  },
  {
    rule: 'PMT2',
    name: 'More praise than criticism',
    praise: { reached: 'You said many more warm words than sharp ones.', begun: 'You said warm words.' },
    homeGoal: `For each word of criticism, find ${thingsToPraise(PRAISE_SHARE)} to praise.`,
    why: 'Children hear a sharp word more loudly than a warm one, so each one needs several warm words.',
  },
  {
    rule: 'PMT3',
    name: 'Asking once',
    praise: { reached: 'Most of the time, you asked once, and calmly.', begun: 'You asked once, and calmly.' },
    homeGoal: 'Go near, ask once, and count to ten silently.',
    why: 'A request that comes once and calmly is easier to follow than one that is repeated.',
  },
  {
    rule: 'PMT4',
    name: 'Catching it each time',
    praise: {
      reached: 'Most of the time, you answered the new behavior right away.',
      begun: 'You answered the new behavior right away.',
    },
    homeGoal: 'When the new behavior comes, praise it right away.',
    why: 'When you answer a behavior right away, your child is more likely to do it again.',
  },
  {
    rule: 'PMT6',
    name: 'Letting small troubles pass',
    praise: {
      reached: 'You let small troubles pass, and came back warmly.',
      begun: 'You let a small trouble pass, and came back warmly.',
    },
    homeGoal: 'Look away from one small trouble, and turn back when it stops.',
    why: 'Small troubles fade when they get no answer, good or bad.',
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
