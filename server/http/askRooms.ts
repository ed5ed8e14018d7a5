import { closedAt } from '#shared/session/exportScene.ts';
import { recordingHoles } from '#shared/session/recording/recordedSpans.ts';
import { createAdmissionCheck } from '#server/rooms/admissionCheck.ts';
import type { SessionRooms } from '#server/rooms/sessionRooms.ts';
import type { SessionModels } from '#server/storage/sessionModels.ts';
import type { HttpPorts } from './httpPorts.ts';

/** What HTTP routes need to know of sessions, whether live or closed long ago. */
export function askRooms(
  rooms: SessionRooms,
  models: SessionModels,
): Pick<HttpPorts, 'phaseOf' | 'wasLetIn' | 'holesOf'> {
  return {
    phaseOf: async (sessionId) => (await models.phases([sessionId])).get(sessionId) ?? 'preparing',
    wasLetIn: createAdmissionCheck(rooms),
    async holesOf(sessionId) {
      const state = await rooms.stateOf(sessionId);
      return state === undefined ? [] : recordingHoles(state, closedAt(state));
    },
  };
}
