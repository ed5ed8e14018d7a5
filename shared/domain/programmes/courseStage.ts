/** What opens the way out of a stage. */
export type Gate =
  /** The stage was held once, or its therapist says that it is done. */
  | { readonly is: 'held' }
  /** So many sessions of the stage were held. */
  | { readonly is: 'sessions'; readonly count: number }
  /** The criteria of these treatment phases were met, by each caregiver, in the same session or not. */
  | { readonly is: 'criteria'; readonly phases: readonly string[] }
  /** All that it takes to graduate. */
  | {
      readonly is: 'graduation';
      readonly phases: readonly string[];
      /** The last total of each of these must be at most this. */
      readonly measures: readonly { readonly measureId: string; readonly atMost: number; readonly rule: string }[];
      /** The clinician finds each caregiver able to go on alone. */
      readonly confidence: boolean;
    };

/** One stage of a course, in the order they are met. Rules CRS. */
export type CourseStage = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'intake' | 'assessment' | 'teach' | 'coach' | 'graduation' | 'booster';
  /** What is coded and coached in it, or undefined. */
  readonly phase: string | undefined;
  readonly withChild: boolean;
  readonly gate: Gate;
  /** What the next session of this stage is for, in a sentence for the therapist. */
  readonly purpose: string;
};
