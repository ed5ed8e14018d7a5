import type { ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import { findParticipant } from '#shared/session/sessionState.ts';
import type { SessionRooms } from './sessionRooms.ts';

/** Whether somebody of the clinic let this device into its session. The log decides, not the device. */
export type AdmissionCheck = (sessionId: SessionId, deviceId: ParticipantId) => Promise<boolean>;

export function createAdmissionCheck({ stateOf }: Pick<SessionRooms, 'stateOf'>): AdmissionCheck {
  return async (sessionId, deviceId) => {
    const state = await stateOf(sessionId);
    return state !== undefined && findParticipant(state, deviceId)?.admitted === true;
  };
}
