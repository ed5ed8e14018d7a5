import { keyName, padAction } from '../keyPress.ts';
import {
  type CodeDefinition,
  codesIn,
  type CoachingStyle,
  findCode,
  type Program,
  type Valence,
} from '#shared/domain/programs/program.ts';
import type { TreatmentPhase } from '#shared/domain/programs/treatmentPhase.ts';

/** A cell of a pad: a code, or `undo`. */
export type Cell = {
  readonly action: string;
  readonly definition: CodeDefinition | undefined;
  readonly valence: Valence;
  readonly keys: readonly string[];
};

/** The chip's shape for a statement: an answer is round, a correction has cut corners, leading is square. */
const STYLE_SHAPES: Readonly<Record<CoachingStyle, Valence>> = {
  responsive: 'do',
  directive: 'neutral',
  corrective: 'avoid',
};

/** The lead coach's pad in a live session. */
export function padCells(program: Program, phase: Pick<TreatmentPhase, 'id'>): readonly Cell[] {
  return program.pad.flat().map((action) => {
    const definition = findCode(program, action);
    return cellOf(action, definition, definition?.keys ?? program.undoKeys, phase);
  });
}

/** The live pad, with the child's answers to commands and the warning below if the phase has them. */
export function cellsOf(program: Program, phase: TreatmentPhase): readonly Cell[] {
  return [...padCells(program, phase), ...responseCells(program, phase)];
}

/** The coach's statements, for an observer who codes them. */
export function coachCells(program: Program): readonly Cell[] {
  const statements = codesIn(program, 'coach').map((definition): Cell => {
    const valence = definition.style === undefined ? 'neutral' : STYLE_SHAPES[definition.style];
    return { action: definition.code, definition, valence, keys: definition.keys };
  });
  return [...statements, { action: 'undo', definition: undefined, valence: 'neutral', keys: program.undoKeys }];
}

function responseCells(program: Program, phase: TreatmentPhase): readonly Cell[] {
  if (phase.sequence === undefined) return [];
  const { keys, steps, complied, refused, noChance } = phase.sequence;
  const keysByCode = [
    [complied, keys.complied],
    [refused, keys.refused],
    [noChance, keys.noChance],
    [steps.warn, keys.done],
  ] as const;
  return keysByCode.map(([action, key]) => cellOf(action, findCode(program, action), [key], phase));
}

function cellOf(
  action: string,
  definition: CodeDefinition | undefined,
  keys: readonly string[],
  { id }: Pick<TreatmentPhase, 'id'>,
): Cell {
  return { action, definition, keys, valence: definition?.valence[id] ?? 'neutral' };
}

/** What a key gives on this pad: a code, `undo`, or nothing. */
export function actionOf(cells: readonly Cell[], program: Program, event: KeyboardEvent): string | undefined {
  const action = padAction(program, event);
  if (action !== undefined || event.shiftKey) return action;
  const name = keyName(event);
  return cells.find(({ keys }) => name !== undefined && keys.includes(name))?.action;
}
