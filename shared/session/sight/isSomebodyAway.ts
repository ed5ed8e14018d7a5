import { GAP_CAUSES, type GapCause } from '#shared/domain/gapCauses.ts';
import { findParticipant, type Participant, type SessionState } from '../sessionState.ts';

/** The admitted family devices that should show the room. */
export function roomDevices({ participants }: Pick<SessionState, 'participants'>): readonly Participant[] {
  return Object.values(participants).filter(
    ({ admitted, device }) => admitted && (device === 'room' || device === 'combined'),
  );
}

/** Whether the lead coach is gone, or every device with the room's camera. A person who never came is not gone. */
export function isSomebodyAway(state: Pick<SessionState, 'participants' | 'lead'>): boolean {
  return awayCauses(state).length > 0;
}

/** Why one of them is gone: they said that they were leaving, or only the lost connection is known. Rule SES8. */
export function awayCauses(state: Pick<SessionState, 'participants' | 'lead'>): readonly GapCause[] {
  const lead = state.lead && findParticipant(state, state.lead);
  const rooms = roomDevices(state);
  const coach = lead?.present === false ? [lead.hasLeft ? 'coach-left' : 'connection'] : [];
  const isRoomGone = rooms.length > 0 && rooms.every(({ present }) => !present);
  const family = isRoomGone ? [rooms.every(({ hasLeft }) => hasLeft) ? 'family-left' : 'connection'] : [];
  const found = new Set([...coach, ...family]);
  return GAP_CAUSES.filter((cause) => found.has(cause));
}
