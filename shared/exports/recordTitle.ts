import type { CodingSource } from './exportedCodes.ts';

/** A coder's codes as given, the codes that they undid, or the session's record as a review left it. */
export type RecordKind = 'given' | 'undone' | 'reviewed';

/** The title and the id of the reviewed record, which belongs to no single coder. */
export const REVIEWED_TITLE = 'As reviewed';
export const REVIEWED_ID = 'reviewed';
/** The title of the windows, which belong to no record. */
export const WINDOWS_TITLE = 'Windows';

const ENDS = { given: ', as given', undone: ', undone' } as const;
/** The last one is the title that earlier exports gave undone codes. */
const READ_ENDS = [
  ['given', ENDS.given],
  ['undone', ENDS.undone],
  ['undone', ', taken back'],
] as const;

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
  for (const [of, end] of READ_ENDS) if (title.endsWith(end)) return { coder: title.slice(0, -end.length), of };
  return undefined;
}

export function coderName(title: string): string {
  return title.replace(/ \((?:recording|imported)\)(?= \(\d+\)$|$)/u, '');
}
