import { keyName, padAction } from '../keyPress.ts';
import { type CodeDefinition, findCode, type Program } from '#shared/domain/programs/program.ts';
import type { TreatmentPhase } from '#shared/domain/programs/treatmentPhase.ts';

/** One place on the pad: a code, or `undo`. */
export type Cell = {
  readonly action: string;
  readonly definition: CodeDefinition | undefined;
  readonly keys: readonly string[];
};

/** The pad as it is live, with what the child does about a command and the warning below it where the phase has them. */
export function cellsOf(program: Program, phase: TreatmentPhase): readonly Cell[] {
  const codes = program.pad.flat().map((action): Cell => {
    const definition = findCode(program, action);
    return { action, definition, keys: definition?.keys ?? program.undoKeys };
  });
  return [...codes, ...responseCells(program, phase)];
}

function responseCells(program: Program, { sequence }: TreatmentPhase): readonly Cell[] {
  if (sequence === undefined) return [];
  const { keys, steps } = sequence;
  const keysByCode = [
    [sequence.complied, keys.complied],
    [sequence.refused, keys.refused],
    [sequence.noChance, keys.noChance],
    [steps.warn, keys.done],
  ] as const;
  return keysByCode.map(([action, key]) => ({ action, definition: findCode(program, action), keys: [key] }));
}

/** What a key gives on this pad: a code, `undo`, or nothing. */
export function actionOf(cells: readonly Cell[], program: Program, event: KeyboardEvent): string | undefined {
  const action = padAction(program, event);
  if (action !== undefined || event.shiftKey) return action;
  const name = keyName(event);
  return cells.find(({ keys }) => name !== undefined && keys.includes(name))?.action;
}
