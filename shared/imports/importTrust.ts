import { nameKey } from '#shared/domain/nameKey.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { FactOf } from '#shared/protocol/facts.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { SecondCoding } from '#shared/session/review/reviewState.ts';
import type { SessionState, SessionWindow } from '#shared/session/sessionState.ts';
import { countedCodes, type GivenCode, windowCodings } from '#shared/session/review/windowCodings.ts';

/** A file's coder, as the file says, and its importer, with what the importer says. */
export type FileCoder = {
  /** Undefined if the file does not name its coder. */
  readonly id: string | undefined;
  readonly name: string;
  readonly saidIndependent: boolean;
  /** Undefined for the command line, which has no account. */
  readonly importedBy: ParticipantId | undefined;
};

/**
 * Whether an imported coding counts as independent. Its importer says so and did not code the session; its coder is
 * named, was not at the session and has not seen its codes. A file cannot prove more. Rule REL9.
 */
export function isTrusted(
  { id, name, saidIndependent, importedBy }: FileCoder,
  { participants, leads, codes, review }: SessionState,
): boolean {
  if (!saidIndependent || id === undefined) return false;
  const codersHere: readonly ParticipantId[] = [
    ...leads.map(({ lead }) => lead),
    ...codes.filter(({ addedBecause }) => addedBecause === undefined).map(({ coder }) => coder),
    ...review.codings.map(({ coder }) => coder),
  ];
  if (importedBy !== undefined && codersHere.includes(importedBy)) return false;
  const people = [
    ...Object.values(participants).filter(({ device }) => device === null),
    ...Object.entries(review.people).map(([participantId, person]) => ({ participantId, name: person.name })),
  ];
  const recordings = review.codings.filter(({ source }) => source === 'recording').map(({ codingId }) => codingId);
  return (
    people.every((one) => one.participantId !== id && nameKey(one.name) !== nameKey(name)) &&
    recordings.every((codingId) => codingId !== id)
  );
}

type ImportedCoding = Pick<FactOf<'second-coding.imported'>, 'codes' | 'coderName'>;

/** A coding of this window with exactly the same codes of the parent at the same times, if there is one. */
export function whoseCodingIs(
  codes: ImportedCoding['codes'],
  state: SessionState,
  program: Program,
  window: SessionWindow,
): string | undefined {
  const wanted = keyOf(countedCodes(codes, program, window));
  if (wanted === '') return undefined;
  return windowCodings(state, program, window).find((coding) => keyOf(coding.codes) === wanted)?.name;
}

/** Whether this coder's coding of this window was already imported, code for code. */
export function isKnown(
  { codes, coderName }: ImportedCoding,
  { review }: SessionState,
  { windowId }: SessionWindow,
): boolean {
  const wanted = keyOfStanding(codes);
  return review.codings.some(
    (one) =>
      one.windowId === windowId &&
      one.source === 'imported' &&
      nameKey(one.coderName) === nameKey(coderName) &&
      keyOfStanding(one.codes) === wanted,
  );
}

function keyOfStanding(codes: SecondCoding['codes'] | ImportedCoding['codes']): string {
  return keyOf(codes.filter(({ undone }) => !undone).map(({ code, heardAt }) => ({ code, at: heardAt })));
}

/** A key that is equal for the same codes at the same times, in any order. */
function keyOf(codes: readonly Pick<GivenCode, 'at' | 'code'>[]): string {
  return codes
    .map(({ at, code }) => `${Math.round(at)} ${code}`)
    .toSorted()
    .join('\n');
}
