import type { LiveView } from '#client/api/liveView.ts';
import type { MediaStanding } from '#client/media/mediaStanding.ts';
import { roomDevices } from '#shared/session/sight/isSomebodyAway.ts';
import { sightOf } from '#shared/session/sight/sightState.ts';
import type { QuietSession } from './quietView.ts';

type EmptyRoomScene = {
  readonly connection: LiveView['connection'];
  readonly media: MediaStanding;
  readonly session: QuietSession;
};

/** Why there is no picture of the room. About the family's camera it says only what that device reports. */
export function emptyRoomStatement({ connection, media, session }: EmptyRoomScene) {
  if (session.phase === 'closed') return 'closed';
  if (connection === 'lost') return 'cutOff';
  const rooms = roomDevices(session);
  if (rooms.length === 0) return 'waiting';
  if (!rooms.some(({ present }) => present))
    return rooms.every(({ hasLeft }) => hasLeft) ? 'familyLeft' : 'familyCutOff';
  if (media !== 'connected') return 'connecting';
  const { picture } = sightOf(session);
  if (picture.is === 'unknown') return 'starting';
  if (picture.is !== 'lost') return 'notHere';
  if (picture.why === 'turned-off') return 'turnedOff';
  return picture.why === 'device-stopped' ? 'noPicture' : 'notHere';
}
