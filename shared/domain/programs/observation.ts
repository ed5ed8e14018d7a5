import type { TreatmentPhase } from './treatmentPhase.ts';

/** A situation that is observed and coded without coaching. Its id is the `kind` of its window. */
export type Situation = TreatmentPhase & {
  /** What the therapist says before it, in our own words. */
  readonly script: string;
  /** The situation that this is a warm-up for. A warm-up is optional and not compared. */
  readonly warmUpFor?: string;
};

/** The same situations at the beginning, in the middle and at the end of a treatment. Rules OBS1 to OBS3. */
export type Observation = { readonly name: string; readonly situations: readonly [Situation, ...Situation[]] };

type Observed = { readonly observation?: Observation };

/** The situation with this id, or undefined. */
export function findSituation({ observation }: Observed, id: string | undefined): Situation | undefined {
  return observation?.situations.find((situation) => situation.id === id);
}

/** The situations of an observation without its warm-ups. */
export function situationsOf({ observation }: Observed): readonly Situation[] {
  return observation?.situations.filter(({ warmUpFor }) => warmUpFor === undefined) ?? [];
}
