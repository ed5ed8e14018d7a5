import type { FamilySkill } from '../programme.ts';

/** What a family reads of the practice goals. Rule CARD1. */
export const FAMILY_SKILLS: readonly FamilySkill[] = [
  {
    rule: 'PMT1',
    name: 'Praise that works',
    praise: 'You said right away what went well.',
    homeGoal: 'Each day, catch the new behavior and say what you saw.',
  },
  {
    rule: 'PMT2',
    name: 'More praise than criticism',
    praise: 'Your warm words outnumbered the sharp ones by far.',
    homeGoal: 'For each word of criticism, find four things to praise.',
  },
  {
    rule: 'PMT3',
    name: 'Asking once',
    praise: 'You asked calmly, once, and waited.',
    homeGoal: 'Go near, ask once, and count to ten inside.',
  },
  {
    rule: 'PMT4',
    name: 'Catching it each time',
    praise: 'You answered the new behavior nearly every time.',
    homeGoal: 'When the new behavior comes, praise it within five seconds.',
  },
  {
    rule: 'PMT6',
    name: 'Letting small troubles pass',
    praise: 'You let small troubles pass, and came back warmly.',
    homeGoal: 'Look away from one small trouble, and turn back when it stops.',
  },
  {
    rule: 'PMT7',
    name: 'Giving in to leave out',
    praise: 'You stayed with your no.',
    homeGoal: 'Before you say no, take a breath: then stay with it.',
  },
];
