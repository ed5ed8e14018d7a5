import type { FidelityChecklist } from '../supervision/fidelity.ts';
import type { Program, PromptDefinition } from './program.ts';

/** A practice goal that a clinic added to a treatment phase: the sum of some codes. */
export type LocalGoal = {
  readonly rule: string;
  readonly treatmentPhase: string;
  readonly label: string;
  readonly codes: readonly string[];
  readonly bound: 'at least' | 'at most';
  readonly goal: number;
};

/**
 * What a clinic changed in its copy of a program. A session keeps the edits that it was made under in its own log, so
 * that a decision once made never changes. Rule PRO2.
 */
export type ProgramEdits = {
  /** New goals of criteria, by rule. */
  readonly goals: Readonly<Record<string, number>>;
  readonly localGoals: readonly LocalGoal[];
  /** In place of the program's own prompts; undefined leaves those. */
  readonly prompts: readonly PromptDefinition[] | undefined;
  /** In place of the program's own checklists; undefined leaves those. */
  readonly checklists?: readonly FidelityChecklist[] | undefined;
};

/** A program with a clinic's edits. A goal that was changed is local, and no longer mastery. Rules PRO1, PRO2. */
export function editProgram(program: Program, edits: ProgramEdits | undefined): Program {
  if (edits === undefined) return program;
  const phases = program.phases.map((phase) => ({
    ...phase,
    criteria: phase.criteria.map((criterion) => {
      const goal = edits.goals[criterion.rule];
      if (goal === undefined || goal === criterion.goal) return criterion;
      return { ...criterion, goal, goalOrigin: 'local' as const };
    }),
    practiceGoals: [
      ...phase.practiceGoals,
      ...edits.localGoals
        .filter(({ treatmentPhase }) => treatmentPhase === phase.id)
        .map(({ rule, label, codes, bound, goal }) => {
          return { rule, label, short: label, codes, bound, goal, of: 'count' as const, goalOrigin: 'local' as const };
        }),
    ],
  }));
  const [first, ...rest] = phases;
  if (first === undefined) return program;
  const { prompts = program.prompts, checklists = program.checklists } = edits;
  return { ...program, phases: [first, ...rest], prompts, checklists };
}
