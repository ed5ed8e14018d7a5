import type { FamilySkill } from '../programme.ts';

/** What a family reads of the practice goals. Rule CARD1. */
export const FAMILY_SKILLS: readonly FamilySkill[] = [
  {
    rule: 'PAC1',
    name: 'Play',
    praise: 'You laughed together.',
    homeGoal: 'Each day, one silly moment that your child joins.',
  },
  {
    rule: 'PAC2',
    name: 'Accepting feelings',
    praise: 'You let the feeling be, whatever the limit was.',
    homeGoal: 'Say once a day: “You wish …”, and leave it there.',
  },
  {
    rule: 'PAC3',
    name: 'Wondering',
    praise: 'You wondered with your child, and did not quiz.',
    homeGoal: 'Say once a day: “I wonder …”',
  },
  {
    rule: 'PAC4',
    name: 'Feeling with your child',
    praise: 'Your voice said: I feel it with you.',
    homeGoal: 'Name one feeling a day, in its own tone.',
  },
  {
    rule: 'PAC5',
    name: 'Staying connected',
    praise: 'Most of what you said brought you closer.',
    homeGoal: 'When it gets hard, fewer words and a softer face.',
  },
  {
    rule: 'PAC6',
    name: 'Mending',
    praise: 'You mended what broke.',
    homeGoal: 'When something breaks, mend it within two minutes.',
  },
  {
    rule: 'PAC7',
    name: 'A calm voice',
    praise: 'Your voice stayed calm all the way.',
    homeGoal: 'When your voice rises, stop, breathe, and start again.',
  },
];
