import { fidelityShare } from '#shared/domain/supervision/fidelity.ts';
import type { CoderComparison } from '#shared/protocol/coders.ts';
import type { ParticipantId, WindowId } from '#shared/protocol/ids.ts';
import type { ReviewCase } from '#shared/protocol/review.ts';
import { begunOn } from '#shared/session/beginning.ts';
import { programOf } from '#shared/session/programOf.ts';
import { type TakeUse, takeUses } from '#shared/session/recording/usableTakes.ts';
import { personIn } from '#shared/session/review/personIn.ts';
import { type CoderPair, comparePair, reliabilityOf } from '#shared/session/review/reliabilityOf.ts';
import { isIndependent } from '#shared/session/review/reviewSight.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';

/** What lists show of a closed session: small enough to keep in memory for every session. */
export type SessionDigest = Omit<ReviewCase, 'session'> & {
  /** Takes whose consent was not withdrawn later, with the purposes agreed to. Rules RCD9, CNS4. */
  readonly takes: readonly TakeUse[];
  /** Who was shown its codes. */
  readonly openedBy: readonly ParticipantId[];
  /** Who was compared with a reference in it. `shownTo`: who cannot code that window without having seen codes. */
  readonly compared: readonly {
    readonly coderId: string;
    readonly name: string;
    readonly of: CoderComparison;
    readonly shownTo: readonly ParticipantId[];
  }[];
};

export function digestOf(session: SessionRecord, state: SessionState): SessionDigest {
  const { review, recording, phases } = state;
  const room = recording.spans.filter(({ recorder }) => recorder === 'room');
  const lastRating = review.fidelity.at(-1);
  const { signedOff } = review;
  return {
    closedAt: wallTime(state, phases.at(-1)?.since ?? 0),
    recordedMs: room.reduce((sum, { from, to }) => sum + Math.max(0, (to ?? from) - from), 0),
    secondCodings: review.codings.filter(({ finished }) => finished).length,
    comments: review.comments.length,
    fidelity: lastRating === undefined ? null : fidelityShare(lastRating.items.map(({ mark }) => mark)),
    signedOff: signedOff ? { name: personIn(state, signedOff.by).name, at: wallTime(state, signedOff.at) } : null,
    takes: takeUses(recording),
    openedBy: review.openedBy,
    compared: comparedIn(session, state),
  };
}

function wallTime({ startedAt }: SessionState, at: number): string {
  return new Date(new Date(startedAt).getTime() + at).toISOString();
}

/** Each pair of people, with either as the trainee. Nobody agrees with themselves. Rule REL9. */
function comparedIn(session: SessionRecord, state: SessionState): SessionDigest['compared'] {
  const program = programOf(state);
  if (program === undefined) return [];
  const { sessionId, familyName } = session;
  return reliabilityOf(state, program)
    .filter(({ samePerson }) => !samePerson)
    .map((pair) => {
      const { windowId, kind, reference, trainee, independent, medium } = pair;
      const { eventAgreement, rows, byCode } = comparePair(pair, program);
      const counts = byCode.map(({ code, reference: ours, trainee: theirs }) => {
        return { code, reference: ours, trainee: theirs };
      });
      const of: CoderComparison = {
        ...{ id: `${windowId} ${reference.id} ${trainee.id}`, sessionId, familyName, kind, counts },
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
function coderId({ how, coder, name }: CoderPair['trainee']): string {
  return how === 'imported' ? `imported ${name}` : coder;
}
