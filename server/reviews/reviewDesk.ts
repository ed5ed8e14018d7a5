import { checklistsFor } from '#shared/domain/programs/checklistsFor.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import type { ReviewEntry, ReviewSight, ReviewUpdate } from '#shared/protocol/review.ts';
import { programOf } from '#shared/session/programOf.ts';
import { checkReviewEntry, type Reviewer } from '#shared/session/review/checkReviewEntry.ts';
import { foldReview, isReviewFact, NOT_REVIEWED } from '#shared/session/review/reviewState.ts';
import { factsForReview, isIndependent, reviewSight } from '#shared/session/review/reviewSight.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { SessionRooms } from '#server/rooms/sessionRooms.ts';
import type { FactLog } from '#server/storage/factLog.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';

/** Where reviewers read closed sessions and write to them. */
export type ReviewDesk = {
  /** What this reader may see after a seq. Refused until the session is closed. Rule REV1. */
  readonly read: (session: SessionRecord, reader: Reviewer, afterSeq: number) => Promise<Reply<ReviewUpdate>>;
  readonly enter: (
    session: SessionRecord,
    reviewer: Reviewer,
    entry: ReviewEntry,
    afterSeq: number,
  ) => Promise<Reply<ReviewUpdate>>;
  /**
   * Whether a person may read a session's report, which shows all of its codes. `gate`: they have not seen them, so they
   * open the review first, and can code nothing blind anymore. Refused while they code the session blind, and, while the
   * session runs, for anybody who does not see its codes live. Rules REV1, REV2.
   */
  readonly sightOfReport: (session: SessionRecord, reader: Reviewer) => Promise<Reply<'open' | 'gate'>>;
};

const NOT_CLOSED = fail('not-now', 'This session is not over yet.');
const CODING = fail('not-now', 'You are coding this session blind. Finish that first.');

type Ports = { readonly rooms: Pick<SessionRooms, 'stateOf' | 'write'>; readonly factLog: FactLog };

export function createReviewDesk({ rooms, factLog }: Ports): ReviewDesk {
  async function read(
    { sessionId }: SessionRecord,
    { participantId }: Reviewer,
    afterSeq: number,
    sightBefore?: ReviewSight,
  ): Promise<Reply<ReviewUpdate>> {
    const facts = await factLog.read(sessionId);
    // A closed session stays closed. Who sees what depends only on its review, so nothing else has to be folded here.
    if (facts.every(({ type }) => type !== 'session.closed')) return NOT_CLOSED;
    const review = facts.filter(isReviewFact).reduce(foldReview, NOT_REVIEWED);
    const sight = reviewSight({ review }, participantId);
    const news = facts.filter(({ seq }) => seq > afterSeq);
    const hasMoved = sightBefore !== undefined && sightBefore !== sight;
    // Nobody else sees a coding until it is finished. Then the results that depend on it become visible too.
    const uncovers = news.some(({ type, by }) => type === 'second-coding.finished' && by !== participantId);
    const whole = afterSeq === 0 || hasMoved || uncovers;
    const asked = whole ? facts : news;
    return ok({
      facts: [...factsForReview(participantId, sight, asked, { review })],
      upTo: facts.length,
      whole,
      sight,
    });
  }

  return {
    read,

    async enter(session, reviewer, entry, afterSeq) {
      const before = await rooms.stateOf(session.sessionId);
      const sightBefore = before && reviewSight(before, reviewer.participantId);
      const written = await rooms.write(session, (state) => {
        const program = programOf(state);
        if (program === undefined) return fail('not-found', 'This server does not have this version of the program.');
        return checkReviewEntry(entry, reviewer, {
          state,
          program,
          checklists: checklistsFor(program, state.stage),
        });
      });
      return written.ok ? read(session, reviewer, afterSeq, sightBefore) : written;
    },

    async sightOfReport({ sessionId }, { participantId: by }) {
      const state = await rooms.stateOf(sessionId);
      if (state === undefined) return ok('open');
      if (state.phase !== 'closed') return seesCodesLive(state, by) ? ok('open') : NOT_CLOSED;
      if (hasSeenAll(state, by)) return ok('open');
      return reviewSight(state, by) === 'coding' ? CODING : ok('gate');
    },
  };
}

/** Whether a person sees the codes of a running session live. Rules REV1, REV2. */
function seesCodesLive({ lead, participants }: SessionState, reader: ParticipantId): boolean {
  if (lead === reader) return true;
  const participant = participants[reader];
  return participant?.present === true && !participant.blind;
}

/** Whether this reader has seen the codes of everything, so that they can code nothing blind anymore. Rule REV1. */
function hasSeenAll(state: SessionState, reader: ParticipantId): boolean {
  return state.windows.every(({ windowId }) => !isIndependent(state, reader, windowId));
}
