/** A figure beside the criteria, as a program's data. `rule` is its id in the book of rules. Rules RAT1 to RAT4. */
export type RatioDefinition = { readonly rule: string; readonly label: string } &
  /** Some codes of the window among others. */
  (
    | { readonly of: 'codes'; readonly codes: readonly string[]; readonly among: readonly string[] }
    /** Commands with compliance, divided by all that left a chance to comply. */
    | { readonly of: 'compliance' }
    /** Commands that left a chance to comply, divided by all that have a response. */
    | { readonly of: 'opportunity' }
  );
