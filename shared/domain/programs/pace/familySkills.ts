import type { FamilySkill } from '../program.ts';

/** What a family reads about each practice goal: what went well, what to try at home, and why. Rule CARD1. */
export const FAMILY_SKILLS: readonly FamilySkill[] = [
  {
    rule: 'PAC1',
    name: 'Play',
    praise: { reached: 'You were playful together.', begun: 'You were playful together.' },
    homeGoal: 'Each day, share one silly moment with your child.',
    why: 'Shared fun tells a child: I like being with you.',
  },
  {
    rule: 'PAC2',
    name: 'Accepting feelings',
    praise: {
      reached: 'You accepted the feeling, even when there was a limit.',
      begun: 'You accepted the feeling, even when there was a limit.',
    },
    homeGoal: 'Say once a day: “You wish …”, and leave it there.',
    why: 'When a feeling is accepted, it does not have to grow louder.',
  },
  {
    rule: 'PAC3',
    name: 'Wondering',
    praise: { reached: 'You wondered with your child.', begun: 'You wondered with your child.' },
    homeGoal: 'Say once a day: “I wonder …”',
    why: 'Wondering without a question helps a child find words, with nothing to get wrong.',
  },
  {
    rule: 'PAC4',
    name: 'Feeling with your child',
    praise: { reached: 'Your voice said: I feel it with you.', begun: 'Your voice said: I feel it with you.' },
    homeGoal: 'Name one feeling a day, in its own tone.',
    why: 'A feeling is easier to bear when someone shares it.',
  },
  {
    rule: 'PAC5',
    name: 'Staying connected',
    praise: { reached: 'Most of what you said brought you closer.', begun: 'You said things that brought you closer.' },
    homeGoal: 'When it gets hard, use fewer words and a softer face.',
    why: 'Children listen better to someone they feel close to.',
  },
  {
    rule: 'PAC6',
    name: 'Mending',
    praise: { reached: 'You came back, and mended what broke.', begun: 'You came back, and mended what broke.' },
    homeGoal: 'When something breaks, mend it soon.',
    why: 'Every connection breaks at times. When you mend it, your child learns to trust it.',
  },
  {
    rule: 'PAC7',
    name: 'A calm voice',
    homeGoal: 'When your voice rises, stop, breathe, and start again.',
    why: 'A raised voice frightens, and a frightened child cannot listen.',
  },
];
