import { sightOf } from '#shared/session/sight/sightState.ts';
import type { QuietView } from './quietView.ts';

/** Why there is no picture of the room. */
export type EmptyStatement = 'lost' | 'closed' | 'starting' | 'noPicture' | 'waiting' | 'cutOff' | 'hasLeft';

/** What is said where no picture of the room is shown. */
export function emptyStatement({ connection, session }: Pick<QuietView, 'connection' | 'session'>): EmptyStatement {
  if (session.phase === 'closed') return 'closed';
  if (connection === 'lost') return 'lost';
  const rooms = Object.values(session.participants).filter(
    ({ device, admitted }) => device !== null && device !== 'ear' && admitted,
  );
  if (rooms.some(({ present }) => present)) return sightOf(session).picture.is === 'unknown' ? 'starting' : 'noPicture';
  if (rooms.length === 0) return 'waiting';
  return rooms.every(({ hasLeft }) => hasLeft) ? 'hasLeft' : 'cutOff';
}
