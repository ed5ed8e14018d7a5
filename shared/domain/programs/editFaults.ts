import { isShare } from '../mastery.ts';
import { PHASES } from '../phase.ts';
import { findRule } from '../rules/findRule.ts';
import { findCode, findTreatmentPhase, type Program } from './program.ts';
import type { LocalGoal, ProgramEdits } from './programEdits.ts';

/** Keys of the console itself, which no program may take. */
export const CONSOLE_KEYS: readonly string[] = [' ', 'w', 'p', '/', '.', ',', '?', '+'];

/** A fault of a clinic's edits, in words for whoever made them. */
type Fault = string;

/** What is wrong with a clinic's edits of this program; nothing where they can be kept. Rules PRO2, PRO4. */
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
    if (isShare(criterion)) return goal >= 0 && goal <= 1 ? [] : [`${criterion.label}: a share is from 0 to 100 %.`];
    return Number.isInteger(goal) && goal <= 1_000 ? [] : [`${criterion.label}: a whole number up to 1,000.`];
  });
}

function localGoalFaults(program: Program, { localGoals }: ProgramEdits): readonly Fault[] {
  const rules = localGoals.map(({ rule }) => rule);
  return localGoals.flatMap((goal, index) => [
    ...(rules.indexOf(goal.rule) === index && findRule(goal.rule) === undefined
      ? []
      : [`${goal.label}: the rule ${goal.rule} is taken.`]),
    ...localGoalFault(program, goal),
  ]);
}

function localGoalFault(program: Program, { label, treatmentPhase, codes, goal }: LocalGoal): readonly Fault[] {
  if (findTreatmentPhase(program, treatmentPhase) === undefined) return [`${label}: no such part of the treatment.`];
  const unknown = codes.filter((code) => !['parent', 'child'].includes(findCode(program, code)?.stream ?? ''));
  if (unknown.length > 0) return [`${label}: no such code: ${unknown.join(', ')}.`];
  return Number.isInteger(goal) ? [] : [`${label}: a whole number.`];
}

function promptFaults(program: Program, { prompts = [] }: ProgramEdits): readonly Fault[] {
  const taken = takenKeys(program);
  const ids = prompts.map(({ promptId }) => promptId);
  return prompts.flatMap(({ promptId, text, skill, coachCode, treatmentPhase, key }, index) => [
    ...(ids.indexOf(promptId) === index ? [] : [`“${text}”: another prompt has its id.`]),
    ...(skill === undefined || findCode(program, skill)?.stream === 'parent' ? [] : [`“${text}”: no such skill.`]),
    ...(coachCode === undefined || findCode(program, coachCode)?.stream === 'coach'
      ? []
      : [`“${text}”: no such coach’s statement.`]),
    ...(treatmentPhase === undefined || findTreatmentPhase(program, treatmentPhase) !== undefined
      ? []
      : [`“${text}”: no such part of the treatment.`]),
    ...(key !== undefined && taken.has(key) ? [`“${text}”: the key ${key.toUpperCase()} is taken.`] : []),
    ...(isShared(prompts, index) ? [`“${text}”: another prompt of that phase has its key.`] : []),
  ]);
}

/** Whether an earlier prompt has the same key in a phase that this one is for too. */
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

/** Keys that no prompt may have: the pad's, undo, the steps of a sequence, the console's own. */
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
      ...(ids.indexOf(checklistId) === index ? [] : [`${title}: another checklist has its id.`]),
      ...(course.some(({ id }) => id === stage) ? [] : [`${title}: no such stage of the course.`]),
      ...(items.length > 0 ? [] : [`${title}: a checklist has at least one item.`]),
      ...(new Set(itemIds).size === itemIds.length ? [] : [`${title}: two items have one id.`]),
    ];
  });
}
