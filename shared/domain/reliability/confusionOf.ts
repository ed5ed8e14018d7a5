import type { AlignedRow } from './alignCodes.ts';

/** Marks the side of a row whose coder gave nothing. */
export const NIL = 'NIL';

/** By the reference's code, then the trainee's, both with `NIL`. `NIL` with `NIL` is always 0. Rule REL3. */
export type Confusion = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Counts an alignment's rows by their codes. Every code in `codes` has a row and a column, even if all cells are 0. */
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
