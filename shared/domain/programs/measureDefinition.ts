/** A questionnaire or rating. Only its total is kept, never an item. Rules MEA. */
export type MeasureDefinition = {
  readonly id: string;
  readonly name: string;
  /**
   * The total can belong to nobody in particular, such as when the child answers. Otherwise it belongs to one
   * caregiver. Rule MEA7.
   */
  readonly mayBeNobodys?: true;
  readonly min: number;
  readonly max: number;
  readonly better: 'lower' | 'higher';
  /** The total from which help is needed: this value or worse, in the worse direction. */
  readonly cutOff: number | undefined;
  readonly rule: string;
};
