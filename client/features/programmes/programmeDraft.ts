import { isShare, type Criterion } from '#shared/domain/mastery.ts';
import type { Programme, PromptDefinition } from '#shared/domain/programmes/programme.ts';
import type { LocalGoal, ProgrammeEdits } from '#shared/domain/programmes/programmeEdits.ts';
import type { FidelityChecklist } from '#shared/domain/supervision/fidelity.ts';

/** What an admin is changing in a copy, not saved yet. */
export type ProgrammeDraft = {
  readonly name: string;
  readonly goals: Readonly<Record<string, number>>;
  readonly localGoals: readonly LocalGoal[];
  readonly prompts: readonly PromptDefinition[];
  readonly checklists: readonly FidelityChecklist[];
};

export function draftOf(programme: Programme, name: string, edits: ProgrammeEdits | undefined): ProgrammeDraft {
  return {
    name,
    goals: edits?.goals ?? {},
    localGoals: edits?.localGoals ?? [],
    prompts: edits?.prompts ?? programme.prompts,
    checklists: edits?.checklists ?? programme.checklists,
  };
}

/** The draft as edits: only what is different from the programme. */
export function editsOf(
  programme: Programme,
  { goals, localGoals, prompts, checklists }: ProgrammeDraft,
): ProgrammeEdits {
  const criteria = programme.phases.flatMap((phase) => phase.criteria);
  const changed = Object.entries(goals).filter(
    ([rule, goal]) => criteria.find((criterion) => criterion.rule === rule)?.goal !== goal,
  );
  const isOwn = JSON.stringify(prompts) !== JSON.stringify(programme.prompts);
  const hasOwnLists = JSON.stringify(checklists) !== JSON.stringify(programme.checklists);
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
