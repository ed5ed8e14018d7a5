import type { PromptDefinition } from '../program.ts';
import { inPlay, SETTING_PROMPTS } from '../settingPrompts.ts';

/** The prompts that a coach can send with one key or one click. */
export const PROMPTS: readonly PromptDefinition[] = [
  ...inPlay([
    {
      promptId: 'praise-brave',
      text: 'Praise the brave thing, and say what it was.',
      skill: 'LP',
      coachCode: 'CMD',
      key: 'a',
    },
    { promptId: 'say-it-back', text: 'Say back what you just heard.', skill: 'RF', coachCode: 'CMD', key: 's' },
    {
      promptId: 'describe-it',
      text: 'Describe what is there, in a calm voice.',
      skill: 'BD',
      coachCode: 'CMD',
      key: 'f',
    },
    { promptId: 'lovely', text: 'That was lovely. Keep going!', coachCode: 'UPC', key: 'g' },
    { promptId: 'you-first', text: 'You go first. Show that it is safe.', coachCode: 'CMD', key: 'h' },
    {
      promptId: 'one-brave-thing',
      text: 'One small brave thing to do. Begin with “Please”.',
      skill: 'DC',
      coachCode: 'CMD',
    },
    { promptId: 'look-away', text: 'Let the worry talk pass. Come back with the next brave step.', coachCode: 'CMD' },
    { promptId: 'you-stayed', text: 'You stayed calm, and your child took a step.', coachCode: 'PRC' },
  ]),
  { promptId: 'toys-down', text: 'Sit on the floor together with two or three toys.', phases: ['check-in'], key: 'a' },
  {
    promptId: 'five-minutes',
    text: 'I will be quiet for five minutes now. Just play.',
    phases: ['check-in'],
    key: 'f',
  },
  ...SETTING_PROMPTS,
];
