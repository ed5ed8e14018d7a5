import type { PromptDefinition } from '../program.ts';
import { inPlay, SETTING_PROMPTS } from '../settingPrompts.ts';

/** The prompts that a coach can send with one key or one click. */
export const PROMPTS: readonly PromptDefinition[] = [
  ...inPlay([
    { promptId: 'feel-first', text: 'First the feeling, then the limit.', skill: 'VAL', coachCode: 'CMD', key: 'a' },
    { promptId: 'praise-this', text: 'Praise that, and say what you liked.', skill: 'LPR', coachCode: 'CMD', key: 's' },
    {
      promptId: 'one-thing',
      text: 'One clear thing to do, in a calm voice.',
      skill: 'EIN',
      coachCode: 'CMD',
      key: 'f',
    },
    { promptId: 'hard-for-you', text: 'This is hard, and you are staying with it.', coachCode: 'VLC', key: 'g' },
    {
      promptId: 'look-away',
      text: 'Look away, and come back with the first good thing.',
      skill: 'AIG',
      coachCode: 'CMD',
      key: 'h',
    },
    { promptId: 'everyone', text: 'Every parent has moments like this.', coachCode: 'NRM' },
    { promptId: 'try-again', text: 'Say: “That was hard. I’ll try again.”', skill: 'SCM', coachCode: 'MOD' },
    { promptId: 'named-it', text: 'You named the feeling, and it grew smaller.', skill: 'VAL', coachCode: 'PRC' },
  ]),
  {
    promptId: 'ten-minutes',
    text: 'I will be quiet for ten minutes now. Just be together.',
    phases: ['check-in'],
    key: 'f',
  },
  ...SETTING_PROMPTS,
];
