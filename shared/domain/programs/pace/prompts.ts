import type { PromptDefinition } from '../program.ts';
import { inPlay, SETTING_PROMPTS } from '../settingPrompts.ts';

/** The prompts that a coach can send with one key or one click. */
export const PROMPTS: readonly PromptDefinition[] = [
  ...inPlay([
    { promptId: 'wonder', text: 'Wonder aloud: “I wonder if …”', skill: 'CUR', coachCode: 'PRM', key: 'a' },
    { promptId: 'feel-it', text: 'Say the feeling in their tone.', skill: 'EMP', coachCode: 'CMD', key: 's' },
    {
      promptId: 'accept-wish',
      text: 'Accept the wish. The limit can wait a breath.',
      skill: 'ACC',
      coachCode: 'CMD',
      key: 'f',
    },
    { promptId: 'lovely', text: 'That was lovely. Keep going!', coachCode: 'UPC', key: 'g' },
    {
      promptId: 'lighter',
      text: 'Lighter now: a little play in your voice.',
      skill: 'PLA',
      coachCode: 'CMD',
      key: 'h',
    },
    { promptId: 'mend-it', text: 'Mend it: “That came out too sharp. I am sorry.”', skill: 'REP', coachCode: 'MOD' },
    { promptId: 'you-stayed', text: 'You stayed close, and they came back.', coachCode: 'PRC' },
    { promptId: 'shorter', text: 'Shorter. One sentence, then listen.', coachCode: 'COR' },
  ]),
  {
    promptId: 'ten-minutes',
    text: 'I will be quiet for ten minutes now. Just be together.',
    phases: ['check-in'],
    key: 'f',
  },
  ...SETTING_PROMPTS,
];
