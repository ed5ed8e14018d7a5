import type { AlignedRow } from './alignCodes.ts';

/** How far two coders agree, event by event. Null if neither gave anything. Rule REL2. */
export type Agreement = {
  readonly agreements: number;
  readonly substitutions: number;
  readonly omissions: number;
  readonly commissions: number;
  readonly eventAgreement: number | null;
};

export function agreementOf(rows: readonly AlignedRow[]): Agreement {
  const count = (is: AlignedRow['is']) => rows.filter((row) => row.is === is).length;
  const agreements = count('agreement');
  return {
    agreements,
    substitutions: count('substitution'),
    omissions: count('omission'),
    commissions: count('commission'),
    eventAgreement: rows.length === 0 ? null : agreements / rows.length,
  };
}
