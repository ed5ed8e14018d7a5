import { isShare } from '../mastery.ts';
import { PHASES } from '../phase.ts';
import { findRule } from '../rules/findRule.ts';
import { findCode, findTreatmentPhase, type Program } from './program.ts';
import type { LocalGoal, ProgramEdits } from './programEdits.ts';

/** The console's own keys, which no program may use. */
export const CONSOLE_KEYS: readonly string[] = [' ', 'w', 'p', '/', '.', ',', '?', '+'];

/** A fault in a clinic's edits, in words for the person who made them. */
type Fault = string;

/** The faults in a clinic's edits of this program; empty if the edits can be saved. Rules PRO2, PRO4. */
export function editFaults(program: Program, edits: ProgramEdits): readonly Fault[] {
  return [
    ...goalFaults(program, edits),
    ...localGoalFaults(program, edits),
    ...promptFaults(program, edits),
    ...checklistFaults(program, edits),
  ];
}

function goalFaults({ phases }: Program, { goals }: ProgramEdits): readonly Fault[] {
  const criteria = phases.flatMap((phase) => phase.criteria);
  return Object.entries(goals).flatMap(([rule, goal]) => {
    const criterion = criteria.find((one) => one.rule === rule);
    if (criterion === undefined) return [`There is no goal with the rule ${rule}.`];
    if (isShare(criterion)) return goal >= 0 && goal <= 1 ? [] : [`${criterion.label}: enter a share from 0 to 100%.`];
    return Number.isInteger(goal) && goal <= 1_000 ? [] : [`${criterion.label}: enter a whole number up to 1,000.`];
  });
}

function localGoalFaults(program: Program, { localGoals }: ProgramEdits): readonly Fault[] {
  const rules = localGoals.map(({ rule }) => rule);
  return localGoals.flatMap((goal, index) => [
    ...(rules.indexOf(goal.rule) === index && findRule(goal.rule) === undefined
      ? []
      : [`${goal.label}: the rule ${goal.rule} is already used.`]),
    ...localGoalFault(program, goal),
  ]);
}

function localGoalFault(program: Program, { label, treatmentPhase, codes, goal }: LocalGoal): readonly Fault[] {
  if (findTreatmentPhase(program, treatmentPhase) === undefined)
    return [`${label}: the program has no such part of the treatment.`];
  const unknown = codes.filter((code) => !['parent', 'child'].includes(findCode(program, code)?.stream ?? ''));
  if (unknown.length > 0) return [`${label}: the program has no such code: ${unknown.join(', ')}.`];
  return Number.isInteger(goal) ? [] : [`${label}: enter a whole number.`];
}

function promptFaults(program: Program, { prompts = [] }: ProgramEdits): readonly Fault[] {
  const taken = takenKeys(program);
  const ids = prompts.map(({ promptId }) => promptId);
  return prompts.flatMap(({ promptId, text, skill, coachCode, treatmentPhase, key }, index) => [
    ...(ids.indexOf(promptId) === index ? [] : [`“${text}”: another prompt has the same id.`]),
    ...(skill === undefined || findCode(program, skill)?.stream === 'parent'
      ? []
      : [`“${text}”: the program has no such skill.`]),
    ...(coachCode === undefined || findCode(program, coachCode)?.stream === 'coach'
      ? []
      : [`“${text}”: there is no such coach’s statement.`]),
    ...(treatmentPhase === undefined || findTreatmentPhase(program, treatmentPhase) !== undefined
      ? []
      : [`“${text}”: the program has no such part of the treatment.`]),
    ...(key !== undefined && taken.has(key) ? [`“${text}”: the key ${key.toUpperCase()} is already used.`] : []),
    ...(isShared(prompts, index) ? [`“${text}”: another prompt of that phase has the same key.`] : []),
  ]);
}

/** Whether an earlier prompt uses the same key in a phase that this one is for too. */
function isShared(prompts: Program['prompts'], index: number): boolean {
  const prompt = prompts[index];
  if (prompt?.key === undefined) return false;
  return prompts
    .slice(0, index)
    .some(
      (other) =>
        other.key === prompt.key &&
        PHASES.some((phase) => other.phases.includes(phase) && prompt.phases.includes(phase)) &&
        (other.treatmentPhase ?? prompt.treatmentPhase) === (prompt.treatmentPhase ?? other.treatmentPhase),
    );
}

/** Keys that no prompt may use: those of the pad, undo, the sequence steps and the console. */
function takenKeys({ codes, undoKeys, phases }: Program): ReadonlySet<string> {
  const pad = codes.filter(({ stream }) => stream !== 'coach').flatMap(({ keys }) => keys);
  const steps = phases.flatMap(({ sequence }) => Object.values(sequence?.keys ?? {}));
  return new Set([...pad, ...undoKeys, ...steps, ...CONSOLE_KEYS]);
}

function checklistFaults({ course }: Program, { checklists = [] }: ProgramEdits): readonly Fault[] {
  const ids = checklists.map(({ checklistId }) => checklistId);
  return checklists.flatMap(({ checklistId, stage, title, items }, index) => {
    const itemIds = items.map(({ itemId }) => itemId);
    return [
      ...(ids.indexOf(checklistId) === index ? [] : [`${title}: another checklist has the same id.`]),
      ...(course.some(({ id }) => id === stage) ? [] : [`${title}: the course has no such stage.`]),
      ...(items.length > 0 ? [] : [`${title}: a checklist needs at least one item.`]),
      ...(new Set(itemIds).size === itemIds.length ? [] : [`${title}: two items have the same id.`]),
    ];
  });
}
