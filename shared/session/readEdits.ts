import type { ProgramEdits } from '#shared/domain/programs/programEdits.ts';
import type { Edits } from '#shared/protocol/facts.ts';

/** A clinic's edits in the form that the program needs, read from their form on the wire. */
export function readEdits({ goals, localGoals, prompts, checklists }: Edits): ProgramEdits {
  return { goals, localGoals, prompts: prompts?.map(readPrompt), ...(checklists && { checklists }) };
}

function readPrompt({ treatmentPhase, ...prompt }: NonNullable<Edits['prompts']>[number]) {
  return {
    ...prompt,
    skill: prompt.skill,
    coachCode: prompt.coachCode,
    key: prompt.key,
    ...(treatmentPhase !== undefined && { treatmentPhase }),
  };
}
