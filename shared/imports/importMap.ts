import { z } from 'zod';
import { cleanName } from '#shared/domain/cleanName.ts';
import type { CodeDefinition, Program } from '#shared/domain/programs/program.ts';
import { KnownNameOrNone, optionalLabel } from '#shared/protocol/names.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { transcriptCodes } from '#shared/protocol/transcript.ts';
import { jsonPath } from '#shared/protocol/transcriptFault.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { CodedFile, FileRecord } from './codedFile.ts';

const MAP_FORMAT = 'earshot-import-map/1';

/** Marks a word of the file whose meaning a person must choose. */
export const UNDECIDED = '?';

/**
 * What the words of a file mean: the record, the person for each subject, and the code for each behavior (BORIS) or
 * annotation (ELAN). Null leaves it out. A row without a value applies to every value without a row of its own.
 */
export const ImportMap = z.strictObject({
  format: z.literal(MAP_FORMAT),
  record: KnownNameOrNone,
  coder: optionalLabel(300),
  /** The session time at which the file's clock is at zero, in ms. */
  offsetMs: z.int(),
  /** By the caregiver's id or name. */
  subjects: z.array(z.strictObject({ from: z.string(), caregiver: z.string().nullable() })),
  codes: z.array(z.strictObject({ from: z.string(), value: z.string().nullable(), to: z.string().nullable() })),
});
export type ImportMap = z.infer<typeof ImportMap>;
export type Label = Pick<ImportMap['codes'][number], 'from' | 'value'>;

export type ImportScene = { readonly state: SessionState; readonly program: Program };

/** The earlier answer for the same words; undefined if there is none. */
export type Remembered = (label: Label) => string | null | undefined;

/** With more different values than this in one place, they are free text and not codes: one row covers all of them. */
const MAX_VALUES = 40;

/** Fills rows that explain themselves: a code's own letters or name, or an earlier answer. Others are `UNDECIDED`. */
export function suggestMap(
  { title, coder, events }: FileRecord,
  { state, program }: ImportScene,
  remembered: Remembered = () => undefined,
): ImportMap {
  const codes = importedTo(program);
  const to = (row: Label): string | null => {
    const before = remembered(row);
    if (before === null) return null;
    if (before !== undefined && codes.some(({ code }) => code === before)) return before;
    return codeNamed(row.value ?? '', codes) ?? codeNamed(row.from, codes) ?? coachCodeMeaning(row, program);
  };
  const subjects = [...new Set(events.map(({ subject }) => subject))];
  return {
    format: MAP_FORMAT,
    record: title,
    coder,
    offsetMs: 0,
    subjects: subjects.map((from) => ({ from, caregiver: caregiverNamed(from, subjects, state) })),
    codes: labelsOf(events).map((row) => ({ ...row, to: to(row) })),
  };
}

/** The codes of a second coding: the parent's, the child's, and the steps that others can read. */
export function importedTo(program: Program): readonly CodeDefinition[] {
  return transcriptCodes(program);
}

export function isDecided({ subjects, codes }: ImportMap): boolean {
  return [...subjects.map(({ caregiver }) => caregiver), ...codes.map(({ to }) => to)].every(
    (one) => one !== UNDECIDED,
  );
}

function labelsOf(events: FileRecord['events']): readonly Label[] {
  const values = new Map<string, Set<string>>();
  for (const { from, value } of events) values.set(from, (values.get(from) ?? new Set()).add(value));
  return [...values]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([from, all]) => {
      const rows = all.size > MAX_VALUES ? [null] : [...all].toSorted();
      return rows.map((value) => ({ from, value }));
    });
}

/** How many events each row of a map covers, computed in one pass over all events. */
export function countLabels(events: FileRecord['events']): (row: Label) => number {
  const keyOf = ({ from, value }: Label) => JSON.stringify([from, value]);
  const counts = new Map<string, number>();
  for (const { from, value } of events) {
    for (const key of [keyOf({ from, value }), keyOf({ from, value: null })])
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return (row) => counts.get(keyOf(row)) ?? 0;
}

function codeNamed(word: string, codes: readonly CodeDefinition[]): string | undefined {
  const plain = word.trim().toLowerCase();
  return codes.find(({ code, name }) => [code, name].some((one) => one.toLowerCase() === plain))?.code;
}

/** A second coding has no codes of the coach, so they are left out. */
function coachCodeMeaning({ from, value }: Label, { codes }: Program): string | null {
  const known = codes.map(({ code }) => code);
  return [from, value ?? ''].some((word) => known.includes(word)) ? null : UNDECIDED;
}

/** The caregiver with that name, or the only coded one if the file has only one subject. */
function caregiverNamed(subject: string, subjects: readonly string[], state: SessionState): string {
  const coded = codedCaregivers(state);
  const named = coded.filter(({ name }) => name.toLowerCase() === subject.toLowerCase());
  const [one, ...more] = named.length > 0 ? named : subjects.length === 1 ? coded : [];
  return one !== undefined && more.length === 0 ? one.caregiverId : UNDECIDED;
}

/** The caregivers who have a window. */
export function codedCaregivers({ caregivers, windows }: SessionState): SessionState['caregivers'] {
  return caregivers.filter((one) => windows.some(({ caregiverId }) => caregiverId === one.caregiverId));
}

/** Reads a map from a file, or reports every fault with its JSON path. */
export function readMap(text: string): Reply<ImportMap> {
  try {
    const parsed = ImportMap.safeParse(JSON.parse(text));
    if (parsed.success) return ok(parsed.data);
    return fail('invalid', parsed.error.issues.map(({ path, message }) => `${jsonPath(path)}: ${message}`).join('\n'));
  } catch {
    return fail('invalid', 'is not JSON.');
  }
}

/** The record that a map is for, or the only one in the file. */
export function findRecord({ records }: CodedFile, title: string | undefined): Reply<FileRecord> {
  const list = records.map((one) => `“${one.title}” (${one.events.length})`).join(', ');
  const found =
    title === undefined && records.length === 1
      ? records[0]
      : records.find((one) => one.title === cleanName(title ?? ''));
  if (found !== undefined) return ok(found);
  const why = title === undefined ? 'The file has more than one record' : `The file has no record “${title}”`;
  return fail('not-found', `${why}. There is: ${list}.`);
}
