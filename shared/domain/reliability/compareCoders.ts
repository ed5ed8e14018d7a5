import { type Agreement, agreementOf } from './agreementOf.ts';
import { type AlignedRow, alignCodes, type TimedCode, TOLERANCE_MS } from './alignCodes.ts';
import { type CodeAgreement, codeAgreements, countAgreementOf, pooled } from './codeAgreements.ts';
import { type Confusion, confusionOf } from './confusionOf.ts';
import { estimateLag } from './estimateLag.ts';
import { type Kappa, kappaMatched, kappaWithNil } from './kappa.ts';

export type CompareOptions = {
  /** The codes to compare, in the order of the tables: usually the parent's. Any other code is left out. Rule REL9. */
  readonly codes: readonly string[];
  /** The class of a code, used to pool rare codes: its meaning. */
  readonly classOf?: (code: string) => string;
  /** Two codes further apart than this are not of one utterance, in ms. */
  readonly toleranceMs?: number;
  /** `auto` first shifts the trainee's codes by their lag. */
  readonly lag?: 'none' | 'auto';
};

/** The full comparison of two coders of the same span. */
export type CoderComparison<T extends TimedCode = TimedCode> = Agreement & {
  readonly toleranceMs: number;
  /** How much the trainee's codes were shifted, in ms; 0 if no shift was requested. */
  readonly lagMs: number;
  /** In the order of the two records, with the coders' original times. */
  readonly rows: readonly AlignedRow<T>[];
  readonly countAgreement: number | null;
  readonly kappaMatched: Kappa;
  readonly kappaWithNil: Kappa;
  readonly byCode: readonly CodeAgreement[];
  /** The same by class, in the order in which classes first appear; empty if none were requested. */
  readonly byClass: readonly CodeAgreement[];
  readonly confusion: Confusion;
};

/** Compares the codes of two coders of one span. Rules REL1 to REL6. */
export function compareCoders<T extends TimedCode>(
  reference: readonly T[],
  trainee: readonly T[],
  { codes, classOf, toleranceMs = TOLERANCE_MS, lag = 'none' }: CompareOptions,
): CoderComparison<T> {
  const ours = reference.filter(({ code }) => codes.includes(code));
  const theirs = trainee.filter(({ code }) => codes.includes(code));
  const lagMs = lag === 'auto' ? estimateLag(ours, theirs) : 0;
  const rows = alignCodes(shifted(ours, 0), shifted(theirs, lagMs), toleranceMs).map(asGiven);
  const byCode = codeAgreements(rows, codes);
  return {
    toleranceMs,
    lagMs,
    rows,
    ...agreementOf(rows),
    countAgreement: countAgreementOf(byCode),
    kappaMatched: kappaMatched(rows),
    kappaWithNil: kappaWithNil(rows),
    byCode,
    byClass: classOf === undefined ? [] : codeAgreements(pooled(rows, classOf), [...new Set(codes.map(classOf))]),
    confusion: confusionOf(rows, codes),
  };
}

type Shifted<T extends TimedCode> = TimedCode & { readonly given: T };

function shifted<T extends TimedCode>(codes: readonly T[], byMs: number): readonly Shifted<T>[] {
  return codes.map((given) => ({ at: given.at - byMs, code: given.code, given }));
}

function asGiven<T extends TimedCode>(row: AlignedRow<Shifted<T>>): AlignedRow<T> {
  if (row.is === 'omission') return { is: row.is, reference: row.reference.given };
  if (row.is === 'commission') return { is: row.is, trainee: row.trainee.given };
  return { is: row.is, reference: row.reference.given, trainee: row.trainee.given };
}
