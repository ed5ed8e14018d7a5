import type { SessionReport } from '#shared/protocol/http/report.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { SessionModels } from '#server/storage/sessionModels.ts';
import { reportState } from './reportState.ts';

type Ports = {
  readonly models: Pick<SessionModels, 'phases' | 'listReports'>;
  /** The state of a session that is not closed. */
  readonly stateOf: (sessionId: SessionId) => Promise<SessionState | undefined>;
  /** The session time at which such a session is reported. */
  readonly timeIn: (state: SessionState) => number;
};

export type SessionReports = {
  /** In the order of the ids. A session in which nothing has happened has no report. */
  readonly of: (sessionIds: readonly SessionId[]) => Promise<readonly SessionReport[]>;
};

/** Reports of closed sessions are read as they were written with the last fact. Only the others are folded. */
export function createSessionReports({ models, stateOf, timeIn }: Ports): SessionReports {
  async function openReport(sessionId: SessionId): Promise<SessionReport | undefined> {
    const state = await stateOf(sessionId);
    return state && reportState(sessionId, state, timeIn(state));
  }

  return {
    async of(sessionIds) {
      const [phases, kept] = [await models.phases(sessionIds), await models.listReports(sessionIds)];
      const reports = new Map(kept);
      for (const [sessionId, phase] of phases) {
        const report = phase === 'closed' ? undefined : await openReport(sessionId);
        if (report !== undefined) reports.set(sessionId, report);
      }
      return sessionIds.flatMap((sessionId) => reports.get(sessionId) ?? []);
    },
  };
}
