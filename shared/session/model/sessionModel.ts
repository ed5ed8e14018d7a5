import { fidelityShare } from '#shared/domain/supervision/fidelity.ts';
import type { Phase } from '#shared/domain/phase.ts';
import type { CoderComparison } from '#shared/protocol/coders.ts';
import type { SessionReport } from '#shared/protocol/http/report.ts';
import type { ParticipantId, SessionId, WindowId } from '#shared/protocol/ids.ts';
import { begunOn } from '../beginning.ts';
import { closedAt } from '../exportScene.ts';
import { programOf } from '../programOf.ts';
import { type TakeUse, takeUses } from '../recording/usableTakes.ts';
import { personIn } from '../review/personIn.ts';
import { type CoderPair, comparePair, reliabilityOf } from '../review/reliabilityOf.ts';
import { isIndependent } from '../review/reviewSight.ts';
import { reportSession } from '../sessionReport.ts';
import type { SessionState } from '../sessionState.ts';

/** Rises when the same log gives another model: then the models that are stored are made again. */
export const MODEL_VERSION = 2;

/** What lists, cards, trends and gates need of a session, so that they need not fold its log. Derived from the log alone. */
export type SessionModel = {
  /** The last fact that it contains. */
  readonly seq: number;
  readonly phase: Phase;
  /** Undefined until the session is closed. */
  readonly closed: ClosedModel | undefined;
};

export type ClosedModel = {
  /** As ISO instants. Null while the review is not signed off. */
  readonly closedAt: string;
  readonly signedOffAt: string | null;
  readonly signedOffBy: string | null;
  /** How much of the room was recorded, in ms. */
  readonly recordedMs: number;
  readonly secondCodings: number;
  readonly comments: number;
  /** The last fidelity rating, from 0 to 1; null if nobody rated it. */
  readonly fidelity: number | null;
  /** Takes whose consent was not withdrawn later, with the purposes agreed to. Rules RCD9, CNS4. */
  readonly takes: readonly TakeUse[];
  /** Who was shown its codes. */
  readonly openedBy: readonly ParticipantId[];
  readonly compared: readonly ComparedWindow[];
  /** Undefined if this version of the program is not known here. */
  readonly report: SessionReport | undefined;
};

/** Somebody who was compared with a reference in a window. */
export type ComparedWindow = {
  readonly coderId: string;
  readonly name: string;
  readonly of: Omit<CoderComparison, 'sessionId' | 'familyName'>;
  /** Who cannot code that window anymore without having seen codes. Rule REV1. */
  readonly shownTo: readonly ParticipantId[];
};

export function sessionModel(sessionId: SessionId, state: SessionState): SessionModel {
  const { seq, phase } = state;
  return { seq, phase, closed: phase === 'closed' ? closedModel(sessionId, state) : undefined };
}

function closedModel(sessionId: SessionId, state: SessionState): ClosedModel {
  const { review, recording, phases } = state;
  const program = programOf(state);
  const room = recording.spans.filter(({ recorder }) => recorder === 'room');
  const lastRating = review.fidelity.at(-1);
  const { signedOff } = review;
  return {
    closedAt: wallTime(state, phases.at(-1)?.since ?? 0),
    signedOffAt: signedOff ? wallTime(state, signedOff.at) : null,
    signedOffBy: signedOff ? personIn(state, signedOff.by).name : null,
    recordedMs: room.reduce((sum, { from, to }) => sum + Math.max(0, (to ?? from) - from), 0),
    secondCodings: review.codings.filter(({ finished }) => finished).length,
    comments: review.comments.length,
    fidelity: lastRating === undefined ? null : fidelityShare(lastRating.items.map(({ mark }) => mark)),
    takes: takeUses(recording),
    openedBy: review.openedBy,
    compared: comparedIn(state),
    report: program && reportSession(sessionId, state, program, closedAt(state)),
  };
}

function wallTime({ startedAt }: SessionState, at: number): string {
  return new Date(new Date(startedAt).getTime() + at).toISOString();
}

/** Each pair of people, with either as the trainee. Nobody agrees with themselves. Rule REL9. */
function comparedIn(state: SessionState): readonly ComparedWindow[] {
  const program = programOf(state);
  if (program === undefined) return [];
  return reliabilityOf(state, program)
    .filter(({ samePerson }) => !samePerson)
    .map((pair) => {
      const { windowId, kind, reference, trainee, independent, medium } = pair;
      const { eventAgreement, rows, byCode } = comparePair(pair, program);
      const counts = byCode.map(({ code, reference: ours, trainee: theirs }) => {
        return { code, reference: ours, trainee: theirs };
      });
      const of: ComparedWindow['of'] = {
        ...{ id: `${windowId} ${reference.id} ${trainee.id}`, kind, counts },
        ...{ startedAt: begunOn(state), against: reference.name, eventAgreement, events: rows.length },
        ...{ program: state.program, programVersion: state.programVersion, independent, medium },
      };
      return { coderId: coderId(trainee), name: trainee.name, of, shownTo: viewersOf(state, windowId) };
    });
}

/** Everyone who may see a window's counts because they cannot influence a coding of theirs anymore. Rule REV1. */
function viewersOf(state: SessionState, windowId: WindowId): readonly ParticipantId[] {
  const { participants, review } = state;
  const here = Object.values(participants).map(({ participantId }) => participantId);
  const all = new Set([...here, ...review.openedBy, ...review.codings.map(({ coder }) => coder)]);
  return [...all].filter((one) => !isIndependent(state, one, windowId));
}

/** The coder of an imported transcript need not have an account: their name identifies them. */
export const IMPORTED = 'imported ';

function coderId({ how, coder, name }: CoderPair['trainee']): string {
  return how === 'imported' ? `${IMPORTED}${name}` : coder;
}
