import type { ParticipantId } from '#shared/protocol/ids.ts';
import { applyFact } from '#shared/session/foldFacts.ts';
import type { SessionState } from '#shared/session/sessionState.ts';

/**
 * The session with the open gap that the server will record, for a lead coach whose connection was lost at `since`
 * (session time, ms). Unchanged for everybody else. Rule WIN4.
 */
export function whileCutOff(session: SessionState, self: ParticipantId | undefined, since: number): SessionState {
  if (self === undefined || self !== session.lead || session.phase === 'closed') return session;
  const leaving = { type: 'participant.left', by: 'server', participantId: self, why: 'connection' } as const;
  return { ...applyFact(session, { ...leaving, seq: session.seq + 1, at: since }), seq: session.seq };
}
