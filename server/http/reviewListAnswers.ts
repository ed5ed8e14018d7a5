import type { Account } from '#shared/protocol/http/people.ts';
import type { reviewListRoutes } from '#shared/protocol/http/reviewLists.ts';
import { knownName } from '#shared/protocol/names.ts';
import type { ReviewCase } from '#shared/protocol/review.ts';
import type { SessionOverview } from '#server/storage/sessionModels.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { summaryOf } from './summaryOf.ts';

type Closed = { readonly session: SessionRecord; readonly closed: NonNullable<SessionOverview['closed']> };

/** Sessions for review, and agreement of coders: those of the families that one is tied to. Rule PER9. */
export function reviewListAnswers({
  records,
  models,
  coderComparisons,
  clinic,
}: Pick<HttpPorts, 'records' | 'models' | 'coderComparisons' | 'clinic'>): AnswersTo<typeof reviewListRoutes> {
  const seen = async (person: Account) => ({ person, today: await clinic.today() });

  return {
    'reviews:list': async ({ account, query }) => {
      const seenBy = await seen(account);
      const { sessions, next } = await records.pageReviews(seenBy, query);
      const overviews = await models.list(sessions.map(({ sessionId }) => sessionId));
      const reviews = sessions.flatMap((session) => {
        const closed = overviews.get(session.sessionId)?.closed;
        return closed === undefined ? [] : [caseFor(account, { session, closed })];
      });
      return { reviews, next, counts: await records.countReviews(seenBy) };
    },

    'coders:list': async ({ account, query }) => {
      const { found, next } = await coderComparisons.pageCoders(await seen(account), {
        ...query,
        only: onlyFor(account),
      });
      return { coders: [...found], next };
    },

    'coder-comparisons:list': async ({ account, query }) => {
      const only = onlyFor(account);
      if (only !== undefined && only !== query.coderId) return { comparisons: [], next: null };
      const { found, next } = await coderComparisons.pageComparisons(await seen(account), query);
      return { comparisons: [...found], next };
    },
  };
}

/** A therapist is told of their own codes alone. */
const onlyFor = ({ role, userId }: Account) => (role === 'supervisor' ? undefined : userId);

function caseFor({ userId }: Account, { session, closed }: Closed): ReviewCase {
  const { closedAt, recordedMs, secondCodings, comments, fidelity, signedOffAt, signedOffBy, openedBy } = closed;
  return {
    session: summaryOf(session, 'closed'),
    ...{ closedAt, recordedMs, secondCodings, comments },
    signedOff: signedOffAt === null ? null : { name: knownName(signedOffBy ?? ''), at: signedOffAt },
    // A person who could still code it blind learns nothing of its rating. Rule REV1.
    fidelity: openedBy.includes(userId) ? fidelity : null,
  };
}
