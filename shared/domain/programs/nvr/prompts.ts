import type { PromptDefinition } from '../program.ts';
import { IN_PLAY, SETTING_PROMPTS } from '../settingPrompts.ts';

/** The prompts that a coach can send with one key or one click. */
export const PROMPTS: readonly PromptDefinition[] = [
  {
    promptId: 'later',
    text: 'Say: “We will come back to this.”',
    skill: 'DEL',
    coachCode: 'MOD',
    phases: IN_PLAY,
    key: 'a',
  },
  {
    promptId: 'step-back',
    text: 'Step back now. No last word.',
    skill: 'WDR',
    coachCode: 'CMD',
    phases: IN_PLAY,
    key: 's',
  },
  {
    promptId: 'im-here',
    text: 'Say: “I am here, and I stay with this.”',
    skill: 'PRE',
    coachCode: 'MOD',
    phases: IN_PLAY,
    key: 'f',
  },
  {
    promptId: 'held-it',
    text: 'You held it. That took strength.',
    skill: undefined,
    coachCode: 'LPC',
    phases: IN_PLAY,
    key: 'g',
  },
  {
    promptId: 'let-it-pass',
    text: 'Let that one pass. Five seconds of nothing.',
    skill: undefined,
    coachCode: 'CMD',
    phases: IN_PLAY,
    key: 'h',
  },
  {
    promptId: 'strike-cold',
    text: 'You waited, and it cooled down.',
    skill: 'DEL',
    coachCode: 'PRC',
    phases: IN_PLAY,
    key: undefined,
  },
  {
    promptId: 'that-argued',
    text: 'That was arguing. Drop it and breathe.',
    skill: undefined,
    coachCode: 'COR',
    phases: IN_PLAY,
    key: undefined,
  },
  {
    promptId: 'name-supporter',
    text: 'Name who stands beside you.',
    skill: 'SUP',
    coachCode: 'CMD',
    phases: IN_PLAY,
    key: undefined,
  },
  {
    promptId: 'five-minutes',
    text: 'I will be quiet for five minutes now. Play the scene.',
    skill: undefined,
    coachCode: undefined,
    phases: ['check-in'],
    key: 'f',
  },
  ...SETTING_PROMPTS,
];
