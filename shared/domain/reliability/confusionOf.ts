import type { AlignedRow } from './alignCodes.ts';

/** Stands where one of the two coders gave nothing. */
export const NIL = 'NIL';

/**
 * How often each code of the reference met each of the trainee's, by the reference's code and then the trainee's. Both
 * have `NIL` besides; nothing against nothing is never seen, and stays 0. Rule REL3.
 */
export type Confusion = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Counts an alignment's rows by their codes. Every one of `codes` has its row and its column, also where all is 0. */
export function confusionOf(rows: readonly AlignedRow[], codes: readonly string[]): Confusion {
  const labels = [...codes, NIL];
  const table = Object.fromEntries(
    labels.map((code) => [code, Object.fromEntries(labels.map((other) => [other, 0]))] as const),
  );
  for (const row of rows) {
    const counts = table['reference' in row ? row.reference.code : NIL];
    const column = 'trainee' in row ? row.trainee.code : NIL;
    if (counts !== undefined) counts[column] = (counts[column] ?? 0) + 1;
  }
  return table;
}
