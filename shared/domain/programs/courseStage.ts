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
      /** Each caregiver's own last total of these must be at most this, and no older than so many days. */
      readonly measures: readonly {
        readonly measureId: string;
        readonly atMost: number;
        readonly withinDays: number;
        readonly rule: string;
      }[];
      /** What was mastered earlier is coded again in later sessions, and has to be mastered there too. */
      readonly kept?: readonly KeptSkills[];
      /** The clinician finds each caregiver able to go on alone. */
      readonly confidence: boolean;
    };

/** The criteria of one treatment phase, coded again in the sessions of a later one. Rule CRS12. */
export type KeptSkills = { readonly phase: string; readonly during: string; readonly rule: string };

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
