import type { CodingSource } from './exportedCodes.ts';

/** A coder's codes as given, the codes that they took back, or the session's record as a review left it. */
export type RecordKind = 'given' | 'taken back' | 'reviewed';

/** The reviewed record, which is nobody's own: its title, and its id for files that use ids. */
export const REVIEWED_TITLE = 'As reviewed';
export const REVIEWED_ID = 'reviewed';
/** The title for the windows, apart from every record. */
export const WINDOWS_TITLE = 'Windows';

const ENDS = { given: ', as given', 'taken back': ', taken back' } as const;

/** A record's title in words. `readRecordTitle` reads it back. */
export function recordTitle(coder: string, of: keyof typeof ENDS): string {
  return `${coder}${ENDS[of]}`;
}

/** The coder, and where the record comes from unless it was given in the session. */
export function coderTitle(name: string, source: CodingSource): string {
  return source === 'live' ? name : `${name} (${source})`;
}

/** Reads a title that `recordTitle` may have made; undefined for any other. */
export function readRecordTitle(title: string): { readonly coder: string; readonly of: RecordKind } | undefined {
  if (title === REVIEWED_TITLE) return { coder: '', of: 'reviewed' };
  if (title.endsWith(ENDS.given)) return { coder: title.slice(0, -ENDS.given.length), of: 'given' };
  if (title.endsWith(ENDS['taken back']))
    return { coder: title.slice(0, -ENDS['taken back'].length), of: 'taken back' };
  return undefined;
}

export function coderName(title: string): string {
  return title.replace(/ \((?:recording|imported)\)(?= \(\d+\)$|$)/u, '');
}
