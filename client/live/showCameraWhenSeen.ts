import type { LiveSession } from '#client/api/liveSession.ts';
import type { SessionMedia } from '#client/media/sessionMedia.ts';
import { mayShowCamera } from './mayShowCamera.ts';

/** Sends the coach's picture only while the family may see it, and says when the camera went away. Returns how to stop. */
export function showCameraWhenSeen(
  live: Pick<LiveSession, 'subscribe' | 'getSnapshot'>,
  session: Pick<SessionMedia, 'publish' | 'unpublish'>,
  camera: MediaStreamTrack,
  onGone: () => void,
): () => void {
  let isShown = false;
  let isGone = false;
  // A camera that goes away would leave its last picture standing on the family's screen.
  const gone = () => {
    isGone = true;
    if (isShown) void session.unpublish('camera');
    onGone();
  };
  camera.addEventListener('ended', gone);
  // One that went away before is not told of any more.
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
