import { findParticipant, type Participant, type SessionState } from '../sessionState.ts';

/** The family's devices that are to show the room, as far as they were let in. */
export function roomDevices({ participants }: Pick<SessionState, 'participants'>): readonly Participant[] {
  return Object.values(participants).filter(
    ({ admitted, device }) => admitted && (device === 'room' || device === 'combined'),
  );
}

/** Whether the lead coach is gone, or every device with the room's camera. One who never came is not. */
export function isSomebodyAway(state: Pick<SessionState, 'participants' | 'lead'>): boolean {
  const lead = state.lead && findParticipant(state, state.lead);
  if (lead?.present === false) return true;
  const rooms = roomDevices(state);
  return rooms.length > 0 && rooms.every(({ present }) => !present);
}
