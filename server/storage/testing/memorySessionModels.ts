import type { SessionId } from '#shared/protocol/ids.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { sessionModel, type SessionModel } from '#shared/session/model/sessionModel.ts';
import type { FactLog } from '../factLog.ts';
import type { SessionModels, SessionOverview } from '../sessionModels.ts';

/** The models of a log in memory, derived when they are asked for. */
export function createMemorySessionModels(log: Pick<FactLog, 'read'>): SessionModels {
  async function of<T>(sessionIds: readonly SessionId[], valueOf: (model: SessionModel) => T | undefined) {
    const values = new Map<SessionId, T>();
    for (const sessionId of sessionIds) {
      const facts = await log.read(sessionId);
      const value = facts.length === 0 ? undefined : valueOf(sessionModel(sessionId, foldFacts(facts)));
      if (value !== undefined) values.set(sessionId, value);
    }
    return values;
  }
  const list = (sessionIds: readonly SessionId[]) => of(sessionIds, overviewOf);

  return {
    phases: (sessionIds) => of(sessionIds, ({ phase }) => phase),
    find: async (sessionId) => (await list([sessionId])).get(sessionId),
    list,
    listReports: (sessionIds) => of(sessionIds, ({ closed }) => closed?.report),
  };
}

function overviewOf({ seq, phase, closed: whole }: SessionModel): SessionOverview {
  if (whole === undefined) return { seq, phase, closed: undefined };
  const shown = Object.entries(whole).filter(([name]) => name !== 'compared' && name !== 'report');
  return { seq, phase, closed: Object.fromEntries(shown) as SessionOverview['closed'] };
}
