import type { LiveSession } from '#client/api/liveSession.ts';
import type { SessionMedia } from '#client/media/sessionMedia.ts';
import { mayShowCamera } from './mayShowCamera.ts';

/** Sends the coach's picture only while the family may see it, and reports a lost camera. Returns a stop function. */
export function showCameraWhenSeen(
  live: Pick<LiveSession, 'subscribe' | 'getSnapshot'>,
  session: Pick<SessionMedia, 'publish' | 'unpublish'>,
  camera: MediaStreamTrack,
  onGone: () => void,
): () => void {
  let isShown = false;
  let isGone = false;
  // Otherwise the last picture of a lost camera would stay on the family's screen.
  const gone = () => {
    isGone = true;
    if (isShown) void session.unpublish('camera');
    onGone();
  };
  camera.addEventListener('ended', gone);
  // A camera that was lost before fires no event anymore.
  if (camera.readyState === 'ended') gone();
  const stop = live.subscribe(() => {
    if (isGone) return;
    const view = live.getSnapshot();
    const isSeen = view.connection === 'live' && mayShowCamera(view);
    if (isSeen === isShown || view.connection !== 'live') return;
    isShown = isSeen;
    void (isSeen ? session.publish('camera', camera) : session.unpublish('camera'));
  });
  return () => {
    camera.removeEventListener('ended', gone);
    stop();
  };
}
