import { useQuietView } from '#client/live/LiveContext.tsx';
import { findParticipant } from '#shared/session/sessionState.ts';

/** Whether this observer codes without seeing the codes of others. Rule REV2. */
export function useIsBlind(): boolean {
  const { session, self } = useQuietView();
  return self !== undefined && findParticipant(session, self.participantId)?.blind === true;
}
