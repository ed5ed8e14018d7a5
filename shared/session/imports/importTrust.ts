import { nameKey } from '#shared/domain/nameKey.ts';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import { CodeId, type ParticipantId } from '#shared/protocol/ids.ts';
import type { SessionState, SessionWindow } from '../sessionState.ts';
import { countedCodes, type GivenCode, windowCodings } from '../review/windowCodings.ts';

/** Who coded a file, as it says, and who brought it, with what they say of it. */
export type FileCoder = {
  /** Undefined where the file does not name its coder. */
  readonly id: string | undefined;
  readonly name: string;
  readonly saidIndependent: boolean;
  /** Undefined for the command line, which knows nobody. */
  readonly broughtBy: ParticipantId | undefined;
};

/**
 * Whether a coding that was brought may count as independent: whoever brings it says so and did not code the session, and
 * its coder is named and is nobody who was at the session or was shown its codes. A file cannot prove more. Rule REL9.
 */
export function isTrusted(
  { id, name, saidIndependent, broughtBy }: FileCoder,
  { participants, leads, codes, review }: SessionState,
): boolean {
  if (!saidIndependent || id === undefined) return false;
  const codersHere: readonly ParticipantId[] = [
    ...leads.map(({ lead }) => lead),
    ...codes.filter(({ addedBecause }) => addedBecause === undefined).map(({ coder }) => coder),
    ...review.codings.map(({ coder }) => coder),
  ];
  if (broughtBy !== undefined && codersHere.includes(broughtBy)) return false;
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

/** One event of a file, by the code that it stands for. */
export type FileCode = { readonly at: number; readonly code: string; readonly retracted: boolean };

/** A coding of this window that gave the parent exactly the same codes at the same times, where there is one. */
export function whoseCodingIs(
  given: readonly FileCode[],
  state: SessionState,
  programme: Programme,
  window: SessionWindow,
): string | undefined {
  const entries = given.map(({ at, code, retracted }, index) => {
    return {
      codeId: CodeId.parse(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`),
      code,
      heardAt: at,
      undone: retracted,
    };
  });
  const wanted = keyOf(countedCodes(entries, programme, window));
  if (wanted === '') return undefined;
  return windowCodings(state, programme, window).find(({ codes }) => keyOf(codes) === wanted)?.name;
}

/** Whether this coder's coding of this window was brought before, code for code. */
export function isKnown(
  given: readonly FileCode[],
  coderName: string,
  { review }: SessionState,
  { windowId }: SessionWindow,
): boolean {
  const wanted = keyOf(given.filter(({ retracted }) => !retracted));
  return review.codings.some(
    (one) =>
      one.windowId === windowId &&
      one.source === 'imported' &&
      nameKey(one.coderName) === nameKey(coderName) &&
      keyOf(one.codes.filter(({ undone }) => !undone).map(({ code, heardAt }) => ({ code, at: heardAt }))) === wanted,
  );
}

/** The same for the same codes at the same times, in whatever order. */
function keyOf(codes: readonly Pick<GivenCode, 'at' | 'code'>[]): string {
  return codes
    .map(({ at, code }) => `${Math.round(at)} ${code}`)
    .toSorted()
    .join('\n');
}
