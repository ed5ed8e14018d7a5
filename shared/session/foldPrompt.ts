import type { FactOf } from '#shared/protocol/facts.ts';
import type { PromptId } from '#shared/protocol/ids.ts';
import type { PromptEntry } from './sessionState.ts';

type PromptFact = FactOf<'prompt.sent' | 'prompt.withdrawn' | 'prompt.delivered'>;

/** The prompts of a session after one more fact about one of them. */
export function foldPrompt(prompts: readonly PromptEntry[], fact: PromptFact): readonly PromptEntry[] {
  switch (fact.type) {
    case 'prompt.sent': {
      const { promptId, text, caregiverId, spoken, skill, coachCode = null, at: sentAt } = fact;
      const sent = { promptId, text, caregiverId, spoken, skill, coachCode, sentAt };
      return [...prompts, { ...sent, withdrawn: false, deliveries: {} }];
    }
    case 'prompt.withdrawn':
      return edit(prompts, fact.promptId, () => ({ withdrawn: true }));
    case 'prompt.delivered':
      return edit(prompts, fact.promptId, ({ deliveries }) => ({
        deliveries: { ...deliveries, [fact.participantId]: fact.outcome },
      }));
  }
}

function edit(
  prompts: readonly PromptEntry[],
  id: PromptId,
  change: (prompt: PromptEntry) => Partial<PromptEntry>,
): readonly PromptEntry[] {
  return prompts.map((prompt) => (prompt.promptId === id ? { ...prompt, ...change(prompt) } : prompt));
}
