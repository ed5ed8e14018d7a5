import type { TreatmentPhase } from './treatmentPhase.ts';

/** A situation that is watched and coded as it is, without coaching. Its id is the kind of its window. */
export type Situation = TreatmentPhase & {
  /** What the therapist says before it, in our own words. */
  readonly script: string;
  /** The situation that this is a warm-up for: offered, and not part of what is compared. */
  readonly warmUpFor?: string;
};

/** The same situations at the beginning, in the middle and at the end of a treatment. Rules OBS1 to OBS3. */
export type Observation = {
  readonly name: string;
  readonly situations: readonly [Situation, ...Situation[]];
};

type Observed = { readonly observation?: Observation };

/** The situation of this id, or undefined. */
export function findSituation({ observation }: Observed, id: string | undefined): Situation | undefined {
  return observation?.situations.find((situation) => situation.id === id);
}

/** The situations that an observation takes; warm-ups come besides. */
export function situationsOf({ observation }: Observed): readonly Situation[] {
  return observation?.situations.filter(({ warmUpFor }) => warmUpFor === undefined) ?? [];
}
