import type { ParticipantId } from '#shared/protocol/ids.ts';
import { applyFact } from '#shared/session/foldFacts.ts';
import type { SessionState } from '#shared/session/sessionState.ts';

/**
 * The session as it is shown to a lead coach who was last heard by the server at a moment (session time, ms) and is cut off
 * since: as the server will write it, a gap that is open. For anybody else it stays as it was. Rule WIN4.
 */
export function whileCutOff(session: SessionState, self: ParticipantId | undefined, since: number): SessionState {
  if (self === undefined || self !== session.lead || session.phase === 'closed') return session;
  const leaving = { type: 'participant.left', by: 'server', participantId: self, why: 'connection' } as const;
  return { ...applyFact(session, { ...leaving, seq: session.seq + 1, at: since }), seq: session.seq };
}
