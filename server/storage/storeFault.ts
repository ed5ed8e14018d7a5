import { z } from 'zod';

/** Why a store cannot write reliably. Trying again at once would not help. */
export type StoreTrouble = 'disk-full' | 'read-only' | 'disk-failing' | 'unreachable';

/**
 * The store could not do what it was asked because of the disk or the database below it. Nothing was written, unless the
 * database went away after it was told to keep it and before it answered.
 */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  readonly trouble: StoreTrouble;

  constructor(trouble: StoreTrouble, cause: unknown) {
    super(`The store cannot save: ${IN_WORDS[trouble]}.`, { cause });
    this.trouble = trouble;
  }
}

const IN_WORDS: Readonly<Record<StoreTrouble, string>> = {
  'disk-full': 'its disk is full',
  'read-only': 'its disk or file is read-only',
  'disk-failing': 'its disk cannot be read or written',
  unreachable: 'its database does not answer',
};

/** The fault in words for the person whose request was not saved. */
export function notSaved({ trouble }: StoreFault): string {
  return `The server can’t save this: ${IN_WORDS[trouble]}. Nothing was changed. Please tell your clinic admin.`;
}

/** How codes of SQLite, of the operating system and of PostgreSQL begin in this case. */
const BY_CODE: readonly (readonly [start: string, StoreTrouble])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['SQLITE_READONLY', 'read-only'],
  ['EROFS', 'read-only'],
  ['SQLITE_IOERR', 'disk-failing'],
  ['SQLITE_CANTOPEN', 'disk-failing'],
  ['EIO', 'disk-failing'],
  ['53100', 'disk-full'],
  ['25006', 'read-only'],
  ['58030', 'disk-failing'],
];
const Coded = z.object({ code: z.string() });

/** The disk fault behind an error. Undefined for any other error. */
export function storeFaultOf(error: unknown): StoreFault | undefined {
  if (error instanceof StoreFault) return error;
  const { data } = Coded.safeParse(error);
  const known = data && BY_CODE.find(([start]) => data.code.startsWith(start));
  return known && new StoreFault(known[1], error);
}
