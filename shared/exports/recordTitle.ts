import type { CodingSource } from './exportedCodes.ts';

/** What a record holds: what its coder gave, what they took back, or the session's record as a review left it. */
export type RecordKind = 'given' | 'taken back' | 'reviewed';

/** The record that is nobody's own: its title, and its id where a file tells records by ids. */
export const REVIEWED_TITLE = 'As reviewed';
export const REVIEWED_ID = 'reviewed';
/** Where a file has the windows, apart from every record. */
export const WINDOWS_TITLE = 'Windows';

const ENDS = { given: ', as given', 'taken back': ', taken back' } as const;

/** Whose and what a record is, in words: `readRecordTitle` reads it. */
export function recordTitle(coder: string, of: keyof typeof ENDS): string {
  return `${coder}${ENDS[of]}`;
}

/** Who coded, and where their record comes from, unless it was given in the session. */
export function coderTitle(name: string, source: CodingSource): string {
  return source === 'live' ? name : `${name} (${source})`;
}

/** A title that `recordTitle` may have made, and whose it is; undefined for any other. */
export function readRecordTitle(title: string): { readonly coder: string; readonly of: RecordKind } | undefined {
  if (title === REVIEWED_TITLE) return { coder: '', of: 'reviewed' };
  if (title.endsWith(ENDS.given)) return { coder: title.slice(0, -ENDS.given.length), of: 'given' };
  if (title.endsWith(ENDS['taken back']))
    return { coder: title.slice(0, -ENDS['taken back'].length), of: 'taken back' };
  return undefined;
}

/** A coder's own name out of `coderTitle`. */
export function coderName(title: string): string {
  return title.replace(/ \((?:recording|imported)\)(?= \(\d+\)$|$)/u, '');
}
