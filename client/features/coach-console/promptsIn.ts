import type { Phase } from '#shared/domain/phase.ts';
import type { Program, PromptDefinition } from '#shared/domain/programs/program.ts';
import type { PromptEntry, PromptOutcome } from '#shared/session/sessionState.ts';

/** The program's prompts for a phase. */
export function promptsIn(program: Program, phase: Phase): readonly PromptDefinition[] {
  return program.prompts.filter(({ phases }) => phases.includes(phase));
}

/** The prompts of a phase that have a key. */
export function favorites(program: Program, phase: Phase): readonly PromptDefinition[] {
  return promptsIn(program, phase).filter(({ key }) => key !== undefined);
}

/** Every prompt key with its prompt in this phase or, if it has none here, in the first phase where it has one. */
export function keyedPrompts(program: Program, phase: Phase): readonly (PromptDefinition & { readonly key: string })[] {
  const keyed = [...favorites(program, phase), ...program.prompts].flatMap((prompt) =>
    prompt.key === undefined ? [] : [{ ...prompt, key: prompt.key }],
  );
  return [...Map.groupBy(keyed, ({ key }) => key).values()].flatMap((prompts) => prompts.slice(0, 1));
}

/** A phase's prompts by the skill they ask for, in the program's order. Encouragement comes last. */
export function promptsBySkill(
  program: Program,
  phase: Phase,
): readonly { readonly skill: string | undefined; readonly prompts: readonly PromptDefinition[] }[] {
  const prompts = promptsIn(program, phase);
  const skills = [...new Set(prompts.map(({ skill }) => skill))].toSorted(
    (a, b) => Number(a === undefined) - Number(b === undefined),
  );
  return skills.map((skill) => ({ skill, prompts: prompts.filter((prompt) => prompt.skill === skill) }));
}

/** The best outcome of a prompt on any device. `sent` until one answers. */
export function outcomeOf({ deliveries }: Pick<PromptEntry, 'deliveries'>): PromptOutcome | 'sent' {
  const outcomes = Object.values(deliveries);
  return (['spoken', 'shown', 'dropped'] as const).find((outcome) => outcomes.includes(outcome)) ?? 'sent';
}
