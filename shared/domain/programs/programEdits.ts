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
 * A clinic's changes to its copy of a program. A session's own log keeps the edits that applied to it, so that past
 * decisions never change. Rule PRO2.
 */
export type ProgramEdits = {
  /** New goals of criteria, by rule id. */
  readonly goals: Readonly<Record<string, number>>;
  readonly localGoals: readonly LocalGoal[];
  /** Replaces the program's own prompts; undefined keeps them. */
  readonly prompts: readonly PromptDefinition[] | undefined;
  /** Replaces the program's own checklists; undefined keeps them. */
  readonly checklists?: readonly FidelityChecklist[] | undefined;
};

/** A program with a clinic's edits. A changed goal is local and no longer mastery. Rules PRO1, PRO2. */
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
