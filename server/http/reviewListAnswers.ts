import type { CoderHistory } from '#shared/protocol/coders.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import type { reviewListRoutes } from '#shared/protocol/http/reviewLists.ts';
import type { ReviewCase } from '#shared/protocol/review.ts';
import type { SessionDigest } from '#server/reviews/sessionDigest.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { summaryOf } from './summaryOf.ts';

type Closed = { readonly session: SessionRecord; readonly digest: SessionDigest };

/** Sessions for review, and agreement of coders: those of the families that one is tied to. Rule PER9. */
export function reviewListAnswers({
  records,
  digests,
  clinic,
}: Pick<HttpPorts, 'records' | 'digests' | 'clinic'>): AnswersTo<typeof reviewListRoutes> {
  async function closedFor(person: Account): Promise<readonly Closed[]> {
    const sessions = await records.listSessions({ person, today: await clinic.today() });
    const all = await Promise.all(sessions.map(async (session) => ({ session, digest: await digests.of(session) })));
    return all.flatMap(({ session, digest }) => (digest === undefined ? [] : [{ session, digest }]));
  }

  return {
    'reviews:list': async ({ account }) =>
      (await closedFor(account)).map((closed) => caseFor(account, closed)).toSorted(byWaiting),

    'coders:list': async ({ account }) =>
      historiesOf(await closedFor(account), account).filter(
        ({ coderId }) => account.role === 'supervisor' || coderId === account.userId,
      ),
  };
}

function caseFor({ userId }: Account, { session, digest }: Closed): ReviewCase {
  const { closedAt, recordedMs, secondCodings, comments, fidelity, signedOff, openedBy } = digest;
  return {
    session: summaryOf(session, 'closed'),
    ...{ closedAt, recordedMs, secondCodings, comments, signedOff },
    // A person who could still code it blind learns nothing of its rating. Rule REV1.
    fidelity: openedBy.includes(userId) ? fidelity : null,
  };
}

/** Waiting ones first, oldest on top; then finished ones, latest on top. */
function byWaiting(one: ReviewCase, other: ReviewCase): number {
  if (one.signedOff !== null && other.signedOff !== null) return other.signedOff.at.localeCompare(one.signedOff.at);
  if (one.signedOff === null && other.signedOff === null) return one.closedAt.localeCompare(other.closedAt);
  return one.signedOff === null ? -1 : 1;
}

/** Leaves out windows that the reader could still code blind, because comparisons include their counts. Rule REV1. */
function historiesOf(closed: readonly Closed[], { userId }: Account): readonly CoderHistory[] {
  const byCoder = new Map<string, CoderHistory>();
  const compared = closed.flatMap(({ digest }) => digest.compared);
  for (const { coderId, name, of } of compared.filter(({ shownTo }) => shownTo.includes(userId))) {
    const { comparisons } = byCoder.get(coderId) ?? { comparisons: [] };
    byCoder.set(coderId, { coderId, name, comparisons: [...comparisons, of] });
  }
  return [...byCoder.values()]
    .map((history) => ({
      ...history,
      comparisons: history.comparisons.toSorted((one, other) => one.startedAt.localeCompare(other.startedAt)),
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}
