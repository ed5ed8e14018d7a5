import { isShare, type Criterion } from '#shared/domain/mastery.ts';
import type { Program, PromptDefinition } from '#shared/domain/programs/program.ts';
import type { LocalGoal, ProgramEdits } from '#shared/domain/programs/programEdits.ts';
import type { FidelityChecklist } from '#shared/domain/supervision/fidelity.ts';

/** What an admin is changing in a copy, not saved yet. */
type ProgramDraft = {
  readonly name: string;
  readonly goals: Readonly<Record<string, number>>;
  readonly localGoals: readonly LocalGoal[];
  readonly prompts: readonly PromptDefinition[];
  readonly checklists: readonly FidelityChecklist[];
};

export function draftOf(program: Program, name: string, edits: ProgramEdits | undefined): ProgramDraft {
  return {
    name,
    goals: edits?.goals ?? {},
    localGoals: edits?.localGoals ?? [],
    prompts: edits?.prompts ?? program.prompts,
    checklists: edits?.checklists ?? program.checklists,
  };
}

/** The draft as edits: only what is different from the program. */
export function editsOf(program: Program, { goals, localGoals, prompts, checklists }: ProgramDraft): ProgramEdits {
  const criteria = program.phases.flatMap((phase) => phase.criteria);
  const changed = Object.entries(goals).filter(
    ([rule, goal]) => criteria.find((criterion) => criterion.rule === rule)?.goal !== goal,
  );
  const isOwn = JSON.stringify(prompts) !== JSON.stringify(program.prompts);
  const hasOwnLists = JSON.stringify(checklists) !== JSON.stringify(program.checklists);
  return {
    goals: Object.fromEntries(changed),
    // While somebody types there may be a space too many.
    localGoals: localGoals.map((goal) => ({ ...goal, codes: goal.codes.filter((code) => code !== '') })),
    prompts: isOwn ? prompts : undefined,
    checklists: hasOwnLists ? checklists : undefined,
  };
}

/** A goal as people write it: shares in percent. */
export function shownGoal(criterion: Pick<Criterion, 'of'>, goal: number): number {
  return isShare(criterion) ? Math.round(goal * 100) : goal;
}

/** A goal as it is kept, from what somebody wrote. */
export function keptGoal(criterion: Pick<Criterion, 'of'>, shown: number): number {
  return isShare(criterion) ? shown / 100 : shown;
}

/** The next free id for a clinic's own goal. */
export function nextRule(localGoals: readonly LocalGoal[]): string {
  const taken = localGoals.map(({ rule }) => Number(/^OWN(\d+)$/.exec(rule)?.[1] ?? 0));
  return `OWN${Math.max(0, ...taken) + 1}`;
}
