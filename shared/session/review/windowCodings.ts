import { countsIn } from '#shared/domain/codingWindow.ts';
import type { Role } from '#shared/domain/people.ts';
import { findCode, type Program } from '#shared/domain/programs/program.ts';
import type { CodeId, ParticipantId } from '#shared/protocol/ids.ts';
import {
  type CodeEntry,
  findParticipant,
  leadAt,
  type SessionState,
  type SessionWindow,
  startOf,
} from '../sessionState.ts';
import { personIn, reviewerIn } from './personIn.ts';
import { codedBlind } from './reviewSight.ts';

/** One code as its coder gave it, at session time in ms. */
export type GivenCode = { readonly codeId: CodeId; readonly at: number; readonly code: string };

export type WindowCoding = {
  /** Unique among the codings of the window. */
  readonly id: string;
  /** Live as lead coach or observer, later from the recording, or imported from a file. */
  readonly how: 'lead' | 'observer' | 'recording' | 'imported';
  readonly coder: ParticipantId;
  readonly name: string;
  /** Undefined for an imported coding: its coder need not have an account. */
  readonly role: Role | undefined;
  /** Whether the coder could not see the codes of others. Rules REV1, REV2. */
  readonly independent: boolean;
  readonly codes: readonly GivenCode[];
};

/**
 * Everyone who coded the parent in a window, with their codes as given: without undone ones and a review's corrections.
 * All share the session's clock and the window's spans, so no time needs converting. Rule REL9.
 */
export function windowCodings(state: SessionState, program: Program, window: SessionWindow): readonly WindowCoding[] {
  return [...liveCodings(state, program, window), ...laterCodings(state, program, window)];
}

function liveCodings(state: SessionState, program: Program, window: SessionWindow): readonly WindowCoding[] {
  const given = state.codes.filter(
    (entry) => entry.caregiverId === window.caregiverId && entry.addedBecause === undefined,
  );
  const ofLead = given.filter(({ byLead }) => byLead);
  const lead = leadAt(state, startOf(window) ?? 0);
  const byLead: WindowCoding[] =
    lead === undefined
      ? []
      : [
          {
            ...whoIs(state, lead),
            id: 'lead',
            how: 'lead',
            independent: isUninformed(ofLead, window),
            codes: countedCodes(ofLead, program, window),
          },
        ];
  const observers = new Set(given.filter((entry) => !entry.byLead && entry.coder !== lead).map(({ coder }) => coder));
  const byObservers = [...observers].map((coder): WindowCoding => {
    const codes = given.filter((entry) => !entry.byLead && entry.coder === coder);
    const independent = codedBlind(state, coder, window.windowId) && isUninformed(codes, window);
    return {
      ...whoIs(state, coder),
      id: coder,
      how: 'observer',
      independent,
      codes: countedCodes(codes, program, window),
    };
  });
  // An observer need not code. A person who gave no code of the parent did not code the window.
  return [...byLead, ...byObservers.filter(({ codes }) => codes.length > 0)];
}

function laterCodings({ review }: SessionState, program: Program, window: SessionWindow): readonly WindowCoding[] {
  return review.codings
    .filter(({ windowId, finished }) => windowId === window.windowId && finished)
    .map(({ codingId, coder, coderName, source, independent, codes }) => ({
      id: codingId,
      how: source,
      coder,
      name: coderName,
      role: source === 'recording' ? reviewerIn(review, coder)?.role : undefined,
      independent,
      codes: countedCodes(codes, program, window),
    }));
}

/** Whether none of a coder's codes in a window arrived, or was undone, while the coder could see another's. */
function isUninformed(entries: readonly CodeEntry[], window: SessionWindow): boolean {
  return entries.every(({ sawOthers, heardAt }) => !sawOthers || !countsIn(window, heardAt));
}

/** Older logs hold codes of people who never joined and reviewed later. */
function whoIs(state: SessionState, coder: ParticipantId): Pick<WindowCoding, 'coder' | 'name' | 'role'> {
  const { name } = personIn(state, coder);
  return { coder, name, role: findParticipant(state, coder)?.role ?? reviewerIn(state.review, coder)?.role };
}

type Entry = { readonly codeId: CodeId; readonly code: string; readonly heardAt: number; readonly undone: boolean };

/** The codes that count in a window for the parent, in order of time. */
export function countedCodes(entries: readonly Entry[], program: Program, window: SessionWindow): readonly GivenCode[] {
  return entries
    .filter(
      ({ undone, code, heardAt }) =>
        !undone && findCode(program, code)?.stream === 'parent' && countsIn(window, heardAt),
    )
    .map(({ codeId, code, heardAt }) => ({ codeId, code, at: heardAt }))
    .toSorted((one, other) => one.at - other.at);
}
