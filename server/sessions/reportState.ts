import type { SessionReport } from '#shared/protocol/http/report.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { programOf } from '#shared/session/programOf.ts';
import { reportSession } from '#shared/session/sessionReport.ts';
import type { SessionState } from '#shared/session/sessionState.ts';

/** The report of a session at a session time, under its own program. Undefined before the first fact. */
export function reportState(sessionId: SessionId, state: SessionState, sessionTime: number): SessionReport | undefined {
  const program = programOf(state);
  return program && reportSession(sessionId, state, program, sessionTime);
}
