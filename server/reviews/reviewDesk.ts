import { checklistsFor } from '#shared/domain/programmes/checklistsFor.ts';
import type { Fact } from '#shared/protocol/facts.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import type { ReviewEntry, ReviewSight, ReviewUpdate } from '#shared/protocol/review.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { programmeOf } from '#shared/session/programmeOf.ts';
import { arrivalOf, checkReviewEntry, type Reviewer } from '#shared/session/review/checkReviewEntry.ts';
import { factsForReview, reviewSight } from '#shared/session/review/reviewSight.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { Decide, Written } from '#server/sessions/sessionActor.ts';
import type { SessionRooms } from '#server/sessions/sessionRooms.ts';
import type { FactLog } from '#server/storage/factLog.ts';
import type { SessionRecord } from '#server/storage/records.ts';

/** Where closed sessions are read again, and written to by those who review them. */
export type ReviewDesk = {
  /** What this reader may see after a seq. Refused until the session is closed. Rule REV1. */
  readonly read: (session: SessionRecord, reader: Reviewer, afterSeq: number) => Promise<Reply<ReviewUpdate>>;
  readonly enter: (
    session: SessionRecord,
    reviewer: Reviewer,
    entry: ReviewEntry,
    afterSeq: number,
  ) => Promise<Reply<ReviewUpdate>>;
  /** Notes that somebody read the report of a closed session; refused while they code it blind. Rule REV1. */
  readonly noteReport: (session: SessionRecord, reader: Reviewer) => Promise<Reply<null>>;
};

const NOT_CLOSED = fail('not-now', 'This session is not over yet.');
const CODING = fail('not-now', 'You are coding this session blind. Finish that first.');

export function createReviewDesk({ rooms, factLog }: { rooms: SessionRooms; factLog: FactLog }): ReviewDesk {
  /** Writes to a session that is over: it wakes for it, and sleeps again when nobody is in it. */
  async function write(session: SessionRecord, decide: Decide): Promise<Reply<Written>> {
    const room = await rooms.open(session);
    try {
      return await room.actor.apply((state, now) => (state.phase === 'closed' ? decide(state, now) : NOT_CLOSED));
    } finally {
      rooms.left(room);
    }
  }

  async function lookUp({ sessionId }: SessionRecord): Promise<{ facts: readonly Fact[]; state: SessionState }> {
    const state = await rooms.stateOf(sessionId);
    const facts = await factLog.read(sessionId);
    return { facts, state: state ?? foldFacts(facts) };
  }

  async function read(
    session: SessionRecord,
    { participantId }: Reviewer,
    afterSeq: number,
    sightBefore?: ReviewSight,
  ): Promise<Reply<ReviewUpdate>> {
    const { facts, state } = await lookUp(session);
    if (state.phase !== 'closed') return NOT_CLOSED;
    const sight = reviewSight(state, participantId);
    const whole = afterSeq === 0 || (sightBefore !== undefined && sightBefore !== sight);
    const asked = whole ? facts : facts.filter(({ seq }) => seq > afterSeq);
    return ok({ facts: [...factsForReview(participantId, sight, asked, state)], upTo: state.seq, whole, sight });
  }

  return {
    read,

    async enter(session, reviewer, entry, afterSeq) {
      const before = await rooms.stateOf(session.sessionId);
      const sightBefore = before && reviewSight(before, reviewer.participantId);
      const written = await write(session, (state) => {
        const programme = programmeOf(state);
        if (programme === undefined) return fail('not-found', 'This version of the programme is not known here.');
        return checkReviewEntry(entry, reviewer, {
          state,
          programme,
          checklists: checklistsFor(programme, state.stage),
        });
      });
      return written.ok ? read(session, reviewer, afterSeq, sightBefore) : written;
    },

    async noteReport(session, reader) {
      const { participantId: by } = reader;
      const state = await rooms.stateOf(session.sessionId);
      if (state?.phase !== 'closed' || session.lead === by || state.review.openedBy.includes(by)) return ok(null);
      if (reviewSight(state, by) === 'coding') return CODING;
      const noted = await write(session, (now) =>
        ok([...arrivalOf(reader, now), { type: 'review.opened', by, what: 'report' }]),
      );
      return noted.ok ? ok(null) : noted;
    },
  };
}
