import type { Criterion } from '../mastery.ts';
import type { CommandSequence } from '../sequence/commandSequence.ts';
import type { RatioDefinition } from './ratioDefinition.ts';

/** A quality that the coach rates after the window. Shown, and never a gate. */
export type RatingDefinition = {
  readonly id: string;
  readonly label: string;
  /** From lowest to highest; `n/a` can be the last. */
  readonly scale: readonly string[];
};

/** One part of a treatment, with the window that is coded in it and its goals. */
export type TreatmentPhase = {
  /** Also the `kind` of its windows. */
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly windowMs: number;
  /** What a window needs before it is judged at all. Rules WIN1, PDI5. */
  readonly assessable: { readonly codedMs: number; readonly directCommands: number };
  /** What is needed to go on. It is mastery if every goal is published. */
  readonly criteria: readonly Criterion[];
  /** Further goals. They are shown beside the criteria and never close a gate. */
  readonly practiceGoals: readonly Criterion[];
  readonly ratings: readonly RatingDefinition[];
  /** Figures beside the criteria, if any. */
  readonly ratios?: readonly RatioDefinition[];
  /** How a command is followed through in this phase; undefined if commands start no sequence. */
  readonly sequence?: CommandSequence;
  /** What a family reads about this part, in one kind sentence. */
  readonly familyWords: string;
};

type MadePhase = Omit<TreatmentPhase, 'assessable' | 'practiceGoals' | 'ratings'> & {
  readonly directCommands?: number;
  readonly ratings?: readonly RatingDefinition[];
};

/** A phase whose window is judged once it is fully coded and has at least this many direct commands. */
export function makePhase({ directCommands = 0, ratings = [], ...phase }: MadePhase): TreatmentPhase {
  return { ...phase, assessable: { codedMs: phase.windowMs, directCommands }, practiceGoals: [], ratings };
}
