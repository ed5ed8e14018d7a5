/** A questionnaire or rating of which only the total is kept, never an item. Rules MEA. */
export type MeasureDefinition = {
  readonly id: string;
  readonly name: string;
  /** Whose total it is: the child's, as a caregiver sees it, or the caregiver's own. */
  readonly about: 'child' | 'caregiver';
  /** It may be nobody's in particular, such as what the child says; otherwise a total belongs to one caregiver. Rule MEA7. */
  readonly mayBeNobodys?: true;
  readonly min: number;
  readonly max: number;
  readonly better: 'lower' | 'higher';
  /** Where a total says that help is needed: at or beyond it, in the direction that is worse. */
  readonly cutOff: number | undefined;
  readonly rule: string;
};
