import type { AlignedRow } from './alignCodes.ts';
import { FEWEST_FOR_KAPPA } from './bands.ts';
import { type Kappa, kappaOf } from './kappa.ts';

/** How far two coders agree on one code. Rule REL5. */
export type CodeAgreement = {
  readonly code: string;
  /** How often each coder gave it. */
  readonly reference: number;
  readonly trainee: number;
  readonly agreements: number;
  /** Agreements out of all rows in which either coder gave it; null if neither did. */
  readonly agreement: number | null;
  /** The smaller count divided by the larger; null if neither coder gave it. */
  readonly countAgreement: number | null;
  /** The reference gave it too rarely for its figures to mean much, so its kappa is not shown. */
  readonly rare: boolean;
  /** This code against all others, over all rows; missing if it is rare. */
  readonly kappa: Kappa;
};

/** The agreement on each of these codes, in the given order. Rules REL5, REL6. */
export function codeAgreements(rows: readonly AlignedRow[], codes: readonly string[]): readonly CodeAgreement[] {
  return codes.map((code) => codeAgreement(rows, code));
}

function codeAgreement(rows: readonly AlignedRow[], code: string): CodeAgreement {
  const reference = rows.filter((row) => 'reference' in row && row.reference.code === code).length;
  const trainee = rows.filter((row) => 'trainee' in row && row.trainee.code === code).length;
  const agreements = rows.filter((row) => row.is === 'agreement' && row.reference.code === code).length;
  const either = reference + trainee - agreements;
  const rare = reference < FEWEST_FOR_KAPPA;
  return {
    code,
    reference,
    trainee,
    agreements,
    agreement: share(agreements, either),
    countAgreement: share(Math.min(reference, trainee), Math.max(reference, trainee)),
    rare,
    kappa: rare ? kappaOf(null, null) : kappaAgainstRest({ all: rows.length, reference, trainee, agreements }),
  };
}

type TwoByTwo = Pick<CodeAgreement, 'reference' | 'trainee' | 'agreements'> & { readonly all: number };

function kappaAgainstRest({ all, reference, trainee, agreements }: TwoByTwo): Kappa {
  const neither = all - (reference + trainee - agreements);
  const byChance = reference * trainee + (all - reference) * (all - trainee);
  return kappaOf((agreements + neither) / all, byChance / all ** 2);
}

/** The sum of smaller counts divided by that of larger ones; null if nothing was given. Rule REL6. */
export function countAgreementOf(codes: readonly CodeAgreement[]): number | null {
  const sum = (of: (...counts: number[]) => number) =>
    codes.reduce((all, { reference, trainee }) => all + of(reference, trainee), 0);
  return share(sum(Math.min), sum(Math.max));
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** The same rows with each code replaced by its class, so that confusions within a class do not count. Rule REL5. */
export function pooled(rows: readonly AlignedRow[], classOf: (code: string) => string): readonly AlignedRow[] {
  return rows.map((row) => {
    const [reference, trainee] = [
      'reference' in row ? { at: row.reference.at, code: classOf(row.reference.code) } : undefined,
      'trainee' in row ? { at: row.trainee.at, code: classOf(row.trainee.code) } : undefined,
    ];
    if (reference !== undefined && trainee !== undefined) {
      return { is: reference.code === trainee.code ? 'agreement' : 'substitution', reference, trainee };
    }
    if (reference !== undefined) return { is: 'omission', reference };
    return trainee === undefined ? row : { is: 'commission', trainee };
  });
}
