import type { PromptDefinition } from '../program.ts';
import { inPlay, SETTING_PROMPTS } from '../settingPrompts.ts';

/** The prompts that a coach can send with one key or one click. */
export const PROMPTS: readonly PromptDefinition[] = [
  ...inPlay([
    {
      promptId: 'praise-now',
      text: 'Praise that now: what did they do well?',
      skill: 'PRS',
      coachCode: 'CMD',
      key: 'a',
    },
    { promptId: 'ask-once', text: 'Go near, ask once, then wait.', skill: 'PRO', coachCode: 'CMD', key: 's' },
    { promptId: 'first-step', text: 'Praise the first step towards it.', skill: 'SHP', coachCode: 'CMD', key: 'f' },
    { promptId: 'lovely', text: 'That was lovely. Keep going!', coachCode: 'UPC', key: 'g' },
    {
      promptId: 'look-away',
      text: 'Look away until it stops. Then come back warmly.',
      skill: 'IGN',
      coachCode: 'CMD',
      key: 'h',
    },
    { promptId: 'give-point', text: 'Give the point, and say what it is for.', skill: 'PTS', coachCode: 'CMD' },
    { promptId: 'say-star', text: 'Say: “You asked so nicely. That’s a star!”', skill: 'PTS', coachCode: 'MOD' },
    { promptId: 'calm-voice', text: 'Your calm voice made that easy to do.', skill: 'PRO', coachCode: 'PRC' },
    { promptId: 'once-is-enough', text: 'That was the second time. Once is enough.', skill: 'PRO', coachCode: 'COR' },
  ]),
  {
    promptId: 'ten-minutes',
    text: 'I will be quiet for ten minutes now. Do as you do at home.',
    phases: ['check-in'],
    key: 'f',
  },
  ...SETTING_PROMPTS,
];
