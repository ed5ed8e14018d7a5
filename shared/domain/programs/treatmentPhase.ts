import type { Criterion } from '../mastery.ts';
import type { CommandSequence } from '../sequence/commandSequence.ts';
import type { RatioDefinition } from './ratioDefinition.ts';

/** A quality that the coach rates once the window is over. Shown, never a gate. */
export type RatingDefinition = {
  readonly id: string;
  readonly label: string;
  /** From the least to the best; `n/a` may be the last. */
  readonly scale: readonly string[];
};

/** One part of a treatment, with the window that is coded in it and what it aims at. */
export type TreatmentPhase = {
  /** Also the `kind` of its windows. */
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly windowMs: number;
  /** What it takes before a window is judged at all. Rules WIN1, PDI5. */
  readonly assessable: { readonly codedMs: number; readonly directCommands: number };
  /** What it takes to go on: mastery where every goal is published. */
  readonly criteria: readonly Criterion[];
  /** What is aimed at besides; shown beside the criteria, and never a gate. */
  readonly practiceGoals: readonly Criterion[];
  readonly ratings: readonly RatingDefinition[];
  /** Figures beside the criteria; none where it is left out. */
  readonly ratios?: readonly RatioDefinition[];
  /** How a command is followed through in this phase; undefined where commands open nothing. */
  readonly sequence: CommandSequence | undefined;
  /** What a family reads of it: what this part is about, in one kind sentence. */
  readonly familyWords: string;
};
