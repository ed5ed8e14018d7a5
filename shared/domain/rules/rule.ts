import type { Judge } from './judges.ts';

/**
 * How sure a rule is. `published`: read in a source. `reported`: a secondary source says so. `assumed`: taken to be the
 * published value, though no source that we could open confirms it. `ours`: a choice of this product.
 */
export type Confidence = 'published' | 'reported' | 'assumed' | 'ours';

/** One rule that the product follows. `docs/RULES.md` is generated from these. */
export type Rule = {
  /** The id that code and test titles carry. */
  readonly id: string;
  /** The rule in our own words, in short sentences. */
  readonly says: string;
  /** The source with its edition; empty if the rule is wholly ours. */
  readonly source: string;
  readonly confidence: Confidence;
  /** The parts of the software, or the people, that decide by this rule. */
  readonly judgedBy: readonly [Judge, ...Judge[]];
};

type RuleText = Pick<Rule, 'says'> & (Pick<Rule, 'source' | 'confidence'> | { readonly source?: never });

/** Makes a rule. It is wholly ours unless it names a source and how sure that makes it. */
export function rule(id: string, judgedBy: Rule['judgedBy'], text: RuleText): Rule {
  return { id, judgedBy, confidence: 'ours', source: '', ...text };
}

/** The rules of one area: a section of the page. */
export type RuleArea = {
  readonly title: string;
  readonly note?: string;
  readonly rules: readonly Rule[];
};

/** Whether screens mark the threshold as assumed: taken to be the published one, but unconfirmed. */
export function isAssumedRule({ confidence }: Pick<Rule, 'confidence'>): boolean {
  return confidence === 'assumed';
}

/** Whether screens mark it as a local rule: no source confirms it. */
export function isLocalRule({ confidence }: Pick<Rule, 'confidence'>): boolean {
  return confidence === 'ours';
}
