import type { CoderHistory } from '#shared/protocol/coders.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import type { reviewListRoutes } from '#shared/protocol/http/reviewLists.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { knownName } from '#shared/protocol/names.ts';
import type { ReviewCase } from '#shared/protocol/review.ts';
import type { ComparedWindow } from '#shared/session/model/sessionModel.ts';
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
  clinic,
}: Pick<HttpPorts, 'records' | 'models' | 'clinic'>): AnswersTo<typeof reviewListRoutes> {
  const sessionsFor = async (person: Account) => records.listSessions({ person, today: await clinic.today() });

  return {
    'reviews:list': async ({ account }) => {
      const sessions = await sessionsFor(account);
      const overviews = await models.list(sessions.map(({ sessionId }) => sessionId));
      return sessions
        .flatMap((session) => {
          const closed = overviews.get(session.sessionId)?.closed;
          return closed === undefined ? [] : [caseFor(account, { session, closed })];
        })
        .toSorted(byWaiting);
    },

    'coders:list': async ({ account }) => {
      const sessions = await sessionsFor(account);
      const compared = await models.listCompared(sessions.map(({ sessionId }) => sessionId));
      return historiesOf(sessions, compared, account).filter(
        ({ coderId }) => account.role === 'supervisor' || coderId === account.userId,
      );
    },
  };
}

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

/** Waiting ones first, oldest on top; then finished ones, latest on top. */
function byWaiting(one: ReviewCase, other: ReviewCase): number {
  if (one.signedOff !== null && other.signedOff !== null) return other.signedOff.at.localeCompare(one.signedOff.at);
  if (one.signedOff === null && other.signedOff === null) return one.closedAt.localeCompare(other.closedAt);
  return one.signedOff === null ? -1 : 1;
}

/** Leaves out windows that the reader could still code blind, because comparisons include their counts. Rule REV1. */
function historiesOf(
  sessions: readonly SessionRecord[],
  compared: ReadonlyMap<SessionId, readonly ComparedWindow[]>,
  { userId }: Account,
): readonly CoderHistory[] {
  const byCoder = new Map<string, CoderHistory>();
  for (const { sessionId, familyName } of sessions) {
    for (const { coderId, name, of, shownTo } of compared.get(sessionId) ?? []) {
      if (!shownTo.includes(userId)) continue;
      const { comparisons } = byCoder.get(coderId) ?? { comparisons: [] };
      const comparison = { ...of, sessionId, familyName };
      byCoder.set(coderId, { coderId, name: knownName(name), comparisons: [...comparisons, comparison] });
    }
  }
  return [...byCoder.values()]
    .map((history) => ({
      ...history,
      comparisons: history.comparisons.toSorted((one, other) => one.startedAt.localeCompare(other.startedAt)),
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}
