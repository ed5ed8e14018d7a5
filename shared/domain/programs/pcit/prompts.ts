import type { PromptDefinition } from '../program.ts';
import { inPlay, SETTING_PROMPTS } from '../settingPrompts.ts';

/**
 * The prompts that a coach can send with one key or one click. A prompt with a coach's code counts as that statement.
 * Rule TPC1.
 */
export const PROMPTS: readonly PromptDefinition[] = [
  ...inPlay([
    { promptId: 'praise-this', text: 'Praise that, and say what you liked.', skill: 'LP', coachCode: 'CMD', key: 'a' },
    { promptId: 'say-it-back', text: 'Say back what you just heard.', skill: 'RF', coachCode: 'CMD', key: 's' },
    {
      promptId: 'describe-hands',
      text: 'Describe what those hands are doing.',
      skill: 'BD',
      coachCode: 'CMD',
      key: 'f',
    },
    { promptId: 'lovely', text: 'That was lovely. Keep going!', coachCode: 'UPC', key: 'g' },
    { promptId: 'look-away', text: 'Look away, and wait for play to come back.', coachCode: 'CMD', key: 'h' },
    { promptId: 'statement', text: 'Turn that question into a statement.', skill: 'BD', coachCode: 'COR' },
    { promptId: 'let-them-lead', text: 'Follow their lead: copy what they build.', coachCode: 'CMD' },
    { promptId: 'thank-sharing', text: 'Thank them for sharing with you.', skill: 'LP', coachCode: 'CMD' },
    { promptId: 'say-gentle', text: 'Say: “I love how gently you are playing.”', skill: 'LP', coachCode: 'MOD' },
    { promptId: 'begin-i-like', text: '“I like the way you …”', skill: 'LP', coachCode: 'PRM' },
    { promptId: 'you-named-it', text: 'Lovely praise: you said just what you liked.', skill: 'LP', coachCode: 'LPC' },
    { promptId: 'your-words-calm', text: 'Your calm words are keeping the play going.', coachCode: 'PRC' },
    { promptId: 'three-descriptions', text: 'Three descriptions in the next minute.', skill: 'BD', coachCode: 'DRL' },
    {
      promptId: 'one-clear-thing',
      text: 'One clear thing to do. Begin with “Please”.',
      skill: 'DC',
      coachCode: 'CMD',
      treatmentPhase: 'pdi',
    },
    {
      promptId: 'count-to-five',
      text: 'Now wait, and count to five without a word.',
      coachCode: 'CMD',
      treatmentPhase: 'pdi',
    },
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
