import { isShare, type Criterion } from '#shared/domain/mastery.ts';
import type { Program, PromptDefinition } from '#shared/domain/programs/program.ts';
import type { LocalGoal, ProgramEdits } from '#shared/domain/programs/programEdits.ts';
import type { FidelityChecklist } from '#shared/domain/supervision/fidelity.ts';

/** An admin's unsaved changes to a copy. */
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

/** The draft as edits: only what differs from the program. */
export function editsOf(program: Program, { goals, localGoals, prompts, checklists }: ProgramDraft): ProgramEdits {
  const criteria = program.phases.flatMap((phase) => phase.criteria);
  const changed = Object.entries(goals).filter(
    ([rule, goal]) => criteria.find((criterion) => criterion.rule === rule)?.goal !== goal,
  );
  const isOwn = JSON.stringify(prompts) !== JSON.stringify(program.prompts);
  const hasOwnLists = JSON.stringify(checklists) !== JSON.stringify(program.checklists);
  return {
    goals: Object.fromEntries(changed),
    // While somebody types there may be an extra space.
    localGoals: localGoals.map((goal) => ({ ...goal, codes: goal.codes.filter((code) => code !== '') })),
    prompts: isOwn ? prompts : undefined,
    checklists: hasOwnLists ? checklists : undefined,
  };
}

/** A goal for display: shares in percent. */
export function shownGoal(criterion: Pick<Criterion, 'of'>, goal: number): number {
  return isShare(criterion) ? Math.round(goal * 100) : goal;
}

/** A goal for storage, from what somebody entered. */
export function keptGoal(criterion: Pick<Criterion, 'of'>, shown: number): number {
  return isShare(criterion) ? shown / 100 : shown;
}

/** The next free id for a clinic's own goal. */
export function nextRule(localGoals: readonly LocalGoal[]): string {
  const taken = localGoals.map(({ rule }) => Number(/^OWN(\d+)$/.exec(rule)?.[1] ?? 0));
  return `OWN${Math.max(0, ...taken) + 1}`;
}
