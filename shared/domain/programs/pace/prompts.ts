import type { PromptDefinition } from '../program.ts';
import { IN_PLAY, SETTING_PROMPTS } from '../settingPrompts.ts';

/** The prompts that a coach can send with one key or one click. */
export const PROMPTS: readonly PromptDefinition[] = [
  {
    promptId: 'wonder',
    text: 'Wonder aloud: “I wonder if …”',
    skill: 'CUR',
    coachCode: 'PRM',
    phases: IN_PLAY,
    key: 'a',
  },
  {
    promptId: 'feel-it',
    text: 'Say the feeling in their tone.',
    skill: 'EMP',
    coachCode: 'CMD',
    phases: IN_PLAY,
    key: 's',
  },
  {
    promptId: 'accept-wish',
    text: 'Accept the wish. The limit can wait a breath.',
    skill: 'ACC',
    coachCode: 'CMD',
    phases: IN_PLAY,
    key: 'f',
  },
  {
    promptId: 'lovely',
    text: 'That was lovely. Keep going!',
    skill: undefined,
    coachCode: 'UPC',
    phases: IN_PLAY,
    key: 'g',
  },
  {
    promptId: 'lighter',
    text: 'Lighter now: a little play in your voice.',
    skill: 'PLA',
    coachCode: 'CMD',
    phases: IN_PLAY,
    key: 'h',
  },
  {
    promptId: 'mend-it',
    text: 'Mend it: “That came out too sharp. I am sorry.”',
    skill: 'REP',
    coachCode: 'MOD',
    phases: IN_PLAY,
    key: undefined,
  },
  {
    promptId: 'you-stayed',
    text: 'You stayed close, and they came back.',
    skill: undefined,
    coachCode: 'PRC',
    phases: IN_PLAY,
    key: undefined,
  },
  {
    promptId: 'shorter',
    text: 'Shorter. One sentence, then listen.',
    skill: undefined,
    coachCode: 'COR',
    phases: IN_PLAY,
    key: undefined,
  },
  {
    promptId: 'ten-minutes',
    text: 'I will be quiet for ten minutes now. Just be together.',
    skill: undefined,
    coachCode: undefined,
    phases: ['check-in'],
    key: 'f',
  },
  ...SETTING_PROMPTS,
];
