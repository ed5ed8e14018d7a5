import type { Phase } from '#shared/domain/phase.ts';
import type { SessionReport } from '#shared/protocol/http/report.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import type { ClosedModel, SessionModel } from '#shared/session/model/sessionModel.ts';

/** What a list shows of a session. */
export type SessionOverview = Pick<SessionModel, 'seq' | 'phase'> & {
  readonly closed: Omit<ClosedModel, 'compared' | 'report'> | undefined;
};

/**
 * The models of sessions, as of their last facts. A session in which nothing has happened has none. What costs more to
 * read is asked for by itself.
 */
export type SessionModels = {
  /** Of those in which something has happened. */
  readonly phases: (sessionIds: readonly SessionId[]) => Promise<ReadonlyMap<SessionId, Phase>>;
  readonly find: (sessionId: SessionId) => Promise<SessionOverview | undefined>;
  readonly list: (sessionIds: readonly SessionId[]) => Promise<ReadonlyMap<SessionId, SessionOverview>>;
  /** Of closed sessions whose program is known here: their reports. */
  readonly listReports: (sessionIds: readonly SessionId[]) => Promise<ReadonlyMap<SessionId, SessionReport>>;
};
