import type { SessionReport } from '#shared/protocol/http.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { programmeOf } from '#shared/session/programmeOf.ts';
import { reportSession } from '#shared/session/sessionReport.ts';
import type { SessionState } from '#shared/session/sessionState.ts';

/** The report of a session at a moment of its time, under its own programme. Undefined before anything happened. */
export function reportState(sessionId: SessionId, state: SessionState, sessionTime: number): SessionReport | undefined {
  const programme = programmeOf(state);
  return programme && reportSession(sessionId, state, programme, sessionTime);
}
