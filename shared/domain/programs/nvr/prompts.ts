import type { PromptDefinition } from '../program.ts';
import { inPlay, SETTING_PROMPTS } from '../settingPrompts.ts';

/** The prompts that a coach can send with one key or one click. */
export const PROMPTS: readonly PromptDefinition[] = [
  ...inPlay([
    { promptId: 'later', text: 'Say: “We will come back to this.”', skill: 'DEL', coachCode: 'MOD', key: 'a' },
    { promptId: 'step-back', text: 'Step back now. No last word.', skill: 'WDR', coachCode: 'CMD', key: 's' },
    { promptId: 'im-here', text: 'Say: “I am here, and I stay with this.”', skill: 'PRE', coachCode: 'MOD', key: 'f' },
    { promptId: 'held-it', text: 'You held it. That took strength.', coachCode: 'LPC', key: 'g' },
    { promptId: 'let-it-pass', text: 'Let that one pass. Five seconds of nothing.', coachCode: 'CMD', key: 'h' },
    { promptId: 'strike-cold', text: 'You waited, and it cooled down.', skill: 'DEL', coachCode: 'PRC' },
    { promptId: 'that-argued', text: 'That was arguing. Drop it and breathe.', coachCode: 'COR' },
    { promptId: 'name-supporter', text: 'Name who stands beside you.', skill: 'SUP', coachCode: 'CMD' },
  ]),
  {
    promptId: 'five-minutes',
    text: 'I will be quiet for five minutes now. Play the scene.',
    phases: ['check-in'],
    key: 'f',
  },
  ...SETTING_PROMPTS,
];
