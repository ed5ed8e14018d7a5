import { expect, test, vi } from 'vitest';
import { aLiveSession } from './testing/aLiveSession.ts';
import { showCameraWhenSeen } from './showCameraWhenSeen.ts';

function aCoachOnCamera(readyState: MediaStreamTrackState) {
  const live = aLiveSession();
  const session = { publish: vi.fn(async () => undefined), unpublish: vi.fn(async () => undefined) };
  const camera = Object.assign(new EventTarget(), { readyState });
  const onGone = vi.fn();
  const stop = showCameraWhenSeen(live, session, camera as unknown as MediaStreamTrack, onGone);
  live.set({});
  return { session, camera, onGone, stop };
}

test('a coach’s camera that went away before the session was joined is said, and never shown', () => {
  const { session, onGone } = aCoachOnCamera('ended');
  expect(onGone).toHaveBeenCalledTimes(1);
  expect(session.publish).not.toHaveBeenCalled();
});

test('a coach’s camera is shown, and removed with a message once it is lost', () => {
  const { session, camera, onGone, stop } = aCoachOnCamera('live');
  expect(session.publish).toHaveBeenCalledTimes(1);
  expect(onGone).not.toHaveBeenCalled();
  camera.dispatchEvent(new Event('ended'));
  expect(session.unpublish).toHaveBeenCalledTimes(1);
  expect(onGone).toHaveBeenCalledTimes(1);
  stop();
});
