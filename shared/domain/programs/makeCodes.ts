import type { CodeDefinition, Stream } from './program.ts';

type Row = Omit<CodeDefinition, 'stream' | 'valence' | 'keys'> & Partial<Pick<CodeDefinition, 'valence' | 'keys'>>;

/** The codes of one stream. A code without a valence is neutral in every phase; one without keys is not on the pad. */
export function makeCodes(stream: Stream, rows: readonly Row[]): readonly CodeDefinition[] {
  return rows.map((row) => ({ valence: {}, keys: [], ...row, stream }));
}
