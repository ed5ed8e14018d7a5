/** What is needed to leave a stage. */
export type Gate =
  /** The stage's session was held once, or its therapist says that it is done. */
  | { readonly is: 'held' }
  /** This many sessions of the stage were held. */
  | { readonly is: 'sessions'; readonly count: number }
  /** Each caregiver met the criteria of these treatment phases, in the same session or not. */
  | { readonly is: 'criteria'; readonly phases: readonly string[] }
  /** Everything that graduation requires. */
  | {
      readonly is: 'graduation';
      readonly phases: readonly string[];
      /** Each caregiver's own last totals of these measures must be at most this high and this many days old. */
      readonly measures: readonly {
        readonly measureId: string;
        readonly atMost: number;
        readonly withinDays: number;
        readonly rule: string;
      }[];
      /** Skills that were mastered earlier are coded again in later sessions, and must show mastery there too. */
      readonly kept?: readonly KeptSkills[];
      /** The clinician judges each caregiver ready to continue alone. */
      readonly confidence: boolean;
    };

/** The criteria of one treatment phase, coded again in the sessions of a later one. Rule CRS12. */
export type KeptSkills = { readonly phase: string; readonly during: string; readonly rule: string };

/** One stage of a course; stages are listed in order. Rules CRS. */
export type CourseStage = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'intake' | 'assessment' | 'teach' | 'coach' | 'graduation' | 'booster';
  /** The treatment phase that is coded and coached in it, if any. */
  readonly phase?: string;
  readonly gate: Gate;
  /** One sentence for the therapist on the purpose of the next session in this stage. */
  readonly purpose: string;
};

/** Where every course begins. */
export const INTAKE = { id: 'intake', name: 'Intake', kind: 'intake', gate: { is: 'held' } } as const;
