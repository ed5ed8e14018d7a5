import type { Judge } from './judges.ts';

/**
 * How sure a rule is: read in a source, said by a secondary source, assumed to be what the source says though nothing that
 * we could open confirms it, or an operational choice of this product.
 */
export type Confidence = 'published' | 'reported' | 'assumed' | 'ours';

/** One rule that Earshot decides by. `docs/RULES.md` is made from these. */
export type Rule = {
  /** As code and test titles carry it. */
  readonly id: string;
  /** In our own words; one or two sentences. */
  readonly says: string;
  /** Where it comes from, with its edition; empty where it is wholly ours. */
  readonly source: string;
  readonly confidence: Confidence;
  /** What judges it, or who. */
  readonly judgedBy: readonly [Judge, ...Judge[]];
};

/** The rules of one area, as a section of the page. */
export type RuleArea = {
  readonly title: string;
  /** What is to know of all of them, or empty. */
  readonly note: string;
  readonly rules: readonly Rule[];
};

/** Whether the product marks a threshold as assumed: taken to be the published one, and unconfirmed. */
export function isAssumedRule({ confidence }: Pick<Rule, 'confidence'>): boolean {
  return confidence === 'assumed';
}

/** Whether the product marks it as a local rule: no source confirms it. */
export function isLocalRule({ confidence }: Pick<Rule, 'confidence'>): boolean {
  return confidence === 'ours';
}
