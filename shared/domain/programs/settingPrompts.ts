import type { Phase } from '../phase.ts';
import type { PromptDefinition } from './program.ts';

/** The phases in which a parent is coached and can receive prompts. */
const IN_PLAY: readonly Phase[] = ['coaching', 'coding-paused'];

/** Prompts for these phases. */
export function inPlay(prompts: readonly Omit<PromptDefinition, 'phases'>[]): readonly PromptDefinition[] {
  return prompts.map((prompt) => ({ ...prompt, phases: IN_PLAY }));
}

/** Prompts about the setting, the same in every program. */
export const SETTING_PROMPTS: readonly PromptDefinition[] = [
  {
    promptId: 'breathe',
    text: 'One slow breath. You are doing fine.',
    coachCode: 'UPC',
    phases: ['check-in', ...IN_PLAY],
  },
  {
    promptId: 'screen-away',
    text: 'Turn the screen so that you both are in the picture.',
    phases: ['waiting', 'check-in'],
    key: 's',
  },
  { promptId: 'well-played', text: 'Thank you both. That was good work.', phases: ['feedback'], key: 'a' },
];
