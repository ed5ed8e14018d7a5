import type { Levels } from '../level.ts';

/** How commands move from play into daily life. The content of each level is in our own words. Rules LVL1 to LVL5. */
export const LEVELS: Levels = {
  phase: 'pdi',
  houseRulesFrom: 'house-rules',
  all: [
    {
      id: 'play',
      name: 'Play commands',
      purpose: 'Small commands within play: hand over a block, put the horse in the barn.',
      homeTask:
        'At the end of special time, give three or four small commands in play, and praise your child each time one is done.',
      gate: { is: 'stage', stage: 'pdi-coach', rule: 'LVL2' },
    },
    {
      id: 'real-life',
      name: 'Real-life commands',
      purpose: 'Everyday commands: put the shoes by the door, come to the table.',
      homeTask:
        'Continue special time as before. In addition, choose three small commands a day from your normal routine, and praise your child each time one is done.',
      gate: { is: 'mastered', windows: 1, rule: 'LVL2' },
    },
    {
      id: 'house-rules',
      name: 'House rules',
      purpose: 'One or two rules that always hold, and what follows when one is broken.',
      homeTask:
        'Continue special time and daily commands as before. In addition, keep one house rule: explain it on a calm day, and praise your child for keeping it.',
      gate: { is: 'mastered', windows: 2, rule: 'LVL3' },
    },
    {
      id: 'public',
      name: 'In public',
      purpose: 'The same commands in a shop or on a playground, planned ahead and short at first.',
      homeTask:
        'Continue special time and daily commands as before. In addition, plan one short outing: say beforehand what you expect, praise along the way, and go home while it is going well.',
      gate: { is: 'mastered', windows: 2, rule: 'LVL4' },
    },
    {
      id: 'siblings',
      name: 'Brothers and sisters',
      purpose: 'Play and commands with more than one child, and praise for getting on together.',
      homeTask:
        'Continue special time with each child alone, and daily commands as before. In addition, play once with all your children, and praise sharing and taking turns.',
      gate: { is: 'mastered', windows: 2, rule: 'LVL4' },
    },
  ],
};
