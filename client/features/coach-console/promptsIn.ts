import type { Phase } from '#shared/domain/phase.ts';
import type { Programme, PromptDefinition } from '#shared/domain/programmes/programme.ts';
import type { PromptEntry, PromptOutcome } from '#shared/session/sessionState.ts';

/** The programme's prompts for a phase. */
export function promptsIn(programme: Programme, phase: Phase): readonly PromptDefinition[] {
  return programme.prompts.filter(({ phases }) => phases.includes(phase));
}

/** Those of a phase that one key sends. */
export function favourites(programme: Programme, phase: Phase): readonly PromptDefinition[] {
  return promptsIn(programme, phase).filter(({ key }) => key !== undefined);
}

/** A phase's prompts by the skill they ask for, in the order of the programme; encouragement last. */
export function promptsBySkill(
  programme: Programme,
  phase: Phase,
): readonly { readonly skill: string | undefined; readonly prompts: readonly PromptDefinition[] }[] {
  const prompts = promptsIn(programme, phase);
  const skills = [...new Set(prompts.map(({ skill }) => skill))].toSorted(
    (a, b) => Number(a === undefined) - Number(b === undefined),
  );
  return skills.map((skill) => ({ skill, prompts: prompts.filter((prompt) => prompt.skill === skill) }));
}

/** The best that became of a prompt on any device; `sent` until one answers. */
export function outcomeOf({ deliveries }: Pick<PromptEntry, 'deliveries'>): PromptOutcome | 'sent' {
  const outcomes = Object.values(deliveries);
  return (['spoken', 'shown', 'dropped'] as const).find((outcome) => outcomes.includes(outcome)) ?? 'sent';
}
