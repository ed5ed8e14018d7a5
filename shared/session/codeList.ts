import type { CodeId } from '#shared/protocol/ids.ts';
import type { CodeEntry, SessionState } from './sessionState.ts';

type Codes = readonly CodeEntry[];

/** The list that a running fold made itself. Nobody else has it yet, so it grows in place. */
export type OwnCodes = { list: CodeEntry[] | undefined };

/** How a list came about: from the list before, by a new or changed code at this place. */
export type CodeChange = {
  readonly place: number;
  readonly depth: number;
  readonly before: CodeChange | undefined;
  /** Shared by all lists that came from the same one: where each code is, or was in a list that was given up. */
  readonly places: Map<CodeId, number>;
};

/** Only a cache: all of it follows from the lists. */
const changes = new WeakMap<Codes, CodeChange>();

/** The last change of a list. */
export function lastChangeOf(codes: Codes): CodeChange {
  const change = changes.get(codes) ?? firstOf(codes);
  changes.set(codes, change);
  return change;
}

function firstOf(codes: Codes): CodeChange {
  const places = new Map(codes.map(({ codeId }, place) => [codeId, place]));
  return { place: 0, depth: 0, before: undefined, places };
}

/** The list with this code at a place: a new last one, or in place of another with the same id. */
export function withCode(codes: Codes, place: number, entry: CodeEntry, own: OwnCodes): Codes {
  // Every session begins with the same empty list.
  const before = codes.length === 0 ? firstOf(codes) : lastChangeOf(codes);
  const list = own.list === codes ? own.list : [...codes];
  own.list = list;
  list[place] = entry;
  before.places.set(entry.codeId, place);
  changes.set(list, { place, depth: before.depth + 1, before, places: before.places });
  return list;
}

/** The place of the code with this id; -1 if there is none. The same effort however long the list is. */
export function placeOfCode(codes: Codes, id: CodeId): number {
  const place = lastChangeOf(codes).places.get(id) ?? -1;
  return place === -1 || codes[place]?.codeId === id ? place : codes.findIndex(({ codeId }) => codeId === id);
}

/** The places at which two lists may differ; undefined if they did not come from the same one. */
export function placesBetween(one: CodeChange, other: CodeChange): ReadonlySet<number> | undefined {
  if (one.places !== other.places) return undefined;
  const places = new Set<number>();
  let [left, right]: [CodeChange | undefined, CodeChange | undefined] = [one, other];
  while (left !== right) {
    if (right === undefined || (left !== undefined && left.depth >= right.depth)) {
      places.add(left?.place ?? 0);
      left = left?.before;
    } else {
      places.add(right.place);
      right = right.before;
    }
  }
  return places;
}

/** The code with this id, whoever gave it. Every press asks. */
export function findCode({ codes }: Pick<SessionState, 'codes'>, id: CodeId | null): CodeEntry | undefined {
  return id === null ? undefined : codes[placeOfCode(codes, id)];
}
