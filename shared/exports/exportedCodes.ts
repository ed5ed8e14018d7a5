import { findCode, type Stream } from '#shared/domain/programs/program.ts';
import type { CaregiverId, ParticipantId, WindowId } from '#shared/protocol/ids.ts';
import type { SecondCode, SecondCoding } from '#shared/session/review/reviewState.ts';
import { commandFates, isInterrupted } from '#shared/session/sequence/commandFates.ts';
import { isOutside, windowOfCode } from '#shared/session/windowOfCode.ts';
import { type CodeEntry, findParticipant, type SessionState } from '#shared/session/sessionState.ts';
import type { ExportScene } from '#shared/session/exportScene.ts';

/** Where a coder's record comes from: given in the session, made from its recording, or imported from a file. */
export type CodingSource = 'live' | 'recording' | 'imported';

/** One coder's record: all their codes in the session, or one second coding of a window. */
export type ExportedCoder = {
  /** The coder's own id for live codes; the coding's id for a second coding. */
  readonly recordId: string;
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly source: CodingSource;
  /** Only for a second coding: whether its coder had not seen the codes of others. */
  readonly independent: boolean | null;
};

/** One code of an export, as it counts now and as it was given. Times in ms of session time. */
export type ExportedCode = {
  readonly id: string;
  readonly at: number;
  readonly coder: ExportedCoder;
  readonly caregiverId: CaregiverId;
  readonly windowId: WindowId | null;
  /** In no figure of any window: its clock did not run then, or there was none. Rule WIN2. */
  readonly outside: boolean;
  readonly stream: Stream;
  /** The code as it stands; as it was given if it no longer stands. */
  readonly code: string;
  readonly given: string;
  readonly givenStream: Stream;
  /** Undone by the coder, or struck by a review: it counts nowhere. */
  readonly stands: boolean;
  readonly undone: boolean;
  readonly corrected: boolean;
  /** A review added it because its coder missed it. */
  readonly added: boolean;
  /** Why a review corrected, struck or added it. */
  readonly reason: string | null;
  /** Its coder was the lead coach at that time, or a review added it to the lead coach's codes. */
  readonly byLead: boolean;
  /** In the record: by the lead coach, standing, in a window, not interrupted by a gap. Rules COD2, WIN2, PDI1. */
  readonly counts: boolean;
  readonly candidates: readonly string[];
  readonly mode: 'both' | 'unsure' | null;
  readonly effective: boolean;
  /** A command whose follow-through was interrupted by a gap: it counts nowhere. Rules PDI1, WIN5. */
  readonly isVoid: boolean;
  readonly text: string;
};

/** The words in files for a code outside every window. */
export const OUTSIDE_WORDS = 'outside any window';
/** The words in files for a command that a gap interrupted. */
export const INTERRUPTED_WORDS = 'interrupted by a gap, not counted';

/** Why a code counts in no figure, in words, for files that list it next to codes that do. Rules WIN2, PDI1. */
export function notCountedWords({ outside, isVoid }: Pick<ExportedCode, 'outside' | 'isVoid'>): readonly string[] {
  return [...(outside ? [OUTSIDE_WORDS] : []), ...(isVoid ? [INTERRUPTED_WORDS] : [])];
}

/** Every coder's codes, oldest first: live codes and those of finished second codings. */
export function exportedCodes({ state, program }: ExportScene): readonly ExportedCode[] {
  const fates = commandFates(state, program);
  const coders = new Map(exportedCoders(state).map((coder) => [coder.recordId, coder]));
  const textOf = new Map(state.review.utterances.map(({ codeId, text }) => [codeId, text]));
  const streamOf = (code: string): Stream => findCode(program, code)?.stream ?? 'procedure';

  const live = state.codes.flatMap((entry): ExportedCode[] => {
    const coder = coders.get(entry.coder);
    if (coder === undefined) return [];
    const shown = liveCode(entry, state, coder);
    const text = textOf.get(entry.codeId) ?? '';
    const streams = { stream: streamOf(shown.code), givenStream: streamOf(shown.given) };
    const outside = isOutside(state.windows, entry, streams.stream);
    const isVoid = isInterrupted({ codeId: entry.codeId, code: shown.code }, program, fates);
    return [{ ...shown, ...streams, outside, isVoid, counts: shown.counts && !isVoid, text }];
  });
  const again = finishedCodings(state).flatMap((coding) => {
    const coder = coders.get(coding.codingId);
    const window = state.windows.find(({ windowId }) => windowId === coding.windowId);
    if (coder === undefined || window === undefined) return [];
    const { windowId, caregiverId } = window;
    return coding.codes.map((entry): ExportedCode => {
      const streams = bothStreams(streamOf(entry.code));
      const outside = isOutside([window], { ...entry, caregiverId }, streams.stream);
      return { ...secondCode(entry), coder, windowId, caregiverId, outside, ...streams };
    });
  });
  return [...live, ...again].toSorted((one, other) => one.at - other.at);
}

function liveCode(
  entry: CodeEntry,
  state: SessionState,
  coder: ExportedCoder,
): Omit<ExportedCode, 'stream' | 'givenStream' | 'outside' | 'isVoid' | 'text'> {
  const { codeId, code: given, caregiverId, heardAt, undone, correction, addedBecause, effective } = entry;
  const stands = !undone && correction?.code !== null;
  const window = windowOfCode(state.windows, entry);
  const settled = correction !== undefined;
  return {
    id: codeId,
    at: Math.round(heardAt),
    coder,
    caregiverId,
    windowId: window?.windowId ?? null,
    code: correction?.code ?? given,
    given,
    stands,
    undone,
    corrected: settled,
    added: addedBecause !== undefined,
    reason: correction?.reason ?? addedBecause ?? null,
    byLead: entry.byLead,
    counts: entry.byLead && stands && window !== undefined,
    candidates: entry.candidates ?? [],
    mode: entry.mode ?? null,
    effective,
  };
}

function bothStreams(stream: Stream) {
  return { stream, givenStream: stream };
}

function secondCode({ codeId, code, heardAt, candidates, mode, undone }: SecondCode) {
  return {
    id: codeId,
    at: Math.round(heardAt),
    code,
    given: code,
    stands: !undone,
    undone,
    corrected: false,
    added: false,
    reason: null,
    byLead: false,
    counts: false,
    candidates: candidates ?? [],
    mode: mode ?? null,
    effective: true,
    isVoid: false,
    text: '',
  };
}

/** The coders: lead coaches in the order in which they led, then the others, then each finished second coding. */
export function exportedCoders(state: SessionState): readonly ExportedCoder[] {
  const live = new Set([...state.leads.map(({ lead }) => lead), ...state.codes.map(({ coder }) => coder)]);
  return [
    ...[...live].map((participantId): ExportedCoder => {
      const name = nameOf(state, participantId);
      return { recordId: participantId, participantId, name, source: 'live', independent: null };
    }),
    ...finishedCodings(state).map(({ codingId, coder, coderName, source, independent }): ExportedCoder => {
      return { recordId: codingId, participantId: coder, name: coderName, source, independent };
    }),
  ];
}

function finishedCodings({ review }: SessionState): readonly SecondCoding[] {
  return review.codings.filter(({ finished }) => finished);
}

/** A person's name in the session, or their id. */
export function nameOf(state: SessionState, id: ParticipantId): string {
  const reviewer = Object.hasOwn(state.review.people, id) ? state.review.people[id] : undefined;
  return findParticipant(state, id)?.name ?? reviewer?.name ?? id;
}
