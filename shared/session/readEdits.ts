import type { ProgrammeEdits } from '#shared/domain/programmes/programmeEdits.ts';
import type { Edits } from '#shared/protocol/facts.ts';

/** A clinic's edits as they travel, as the programme takes them. */
export function readEdits({ goals, localGoals, prompts, checklists }: Edits): ProgrammeEdits {
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
