import type { Criterion } from '../mastery.ts';
import type { Phase } from '../phase.ts';

/** How a code is meant in one kind of window: a skill to do, to avoid, or neither. */
export type Valence = 'do' | 'avoid' | 'neutral';

export type WindowKind = 'cdi' | 'pdi';

/** One behaviour that a coder can give with one press. Definitions are in our own words. */
export type CodeDefinition = {
  readonly code: string;
  readonly name: string;
  readonly definition: string;
  readonly valence: { readonly [K in WindowKind]: Valence };
  /** Keys as `KeyboardEvent.key`, lower case; digits work on the number row and on the keypad. */
  readonly keys: readonly string[];
};

export type PromptDefinition = {
  readonly promptId: string;
  readonly text: string;
  /** The code that the prompt asks for, or undefined for encouragement. */
  readonly skill: string | undefined;
  readonly phases: readonly Phase[];
  /** A one-key favourite. */
  readonly key: string | undefined;
};

/** A treatment programme as data. The engine knows none of them by name. */
export type Programme = {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly codes: readonly CodeDefinition[];
  /** The pad as rows of codes; `undo` is a place on it. */
  readonly pad: readonly (readonly string[])[];
  readonly undoKeys: readonly string[];
  readonly windowLengthMs: number;
  readonly criteria: { readonly [K in WindowKind]: readonly Criterion[] };
  readonly prompts: readonly PromptDefinition[];
};

/** The code's definition, or undefined for a code that the programme does not have. */
export function findCode(programme: Programme, code: string): CodeDefinition | undefined {
  return programme.codes.find((definition) => definition.code === code);
}
