import { beforeEach, expect, test, vi } from 'vitest';
import type { CaptureRefusal } from '#client/media/capture.ts';
import { captureOf, openRoomCapture, type RoomSource, stoppedIn } from './roomCapture.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function aLiveTrack(deviceId: string) {
  const stop = vi.fn();
  const own = { readyState: 'live', muted: false, stop, getSettings: () => ({ deviceId }) };
  const track = Object.assign(new EventTarget(), own);
  return {
    track: track as unknown as MediaStreamTrack,
    stop,
    end: () => {
      track.readyState = 'ended';
      track.dispatchEvent(new Event('ended'));
    },
    mute: (muted: boolean) => {
      track.muted = muted;
      track.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
    },
  };
}

/** A room with a working camera and microphone. The test plugs devices in and out. */
function aRoom() {
  const plugged = new Map<string, CaptureRefusal>();
  const opened: string[] = [];
  const sent: RoomSource[] = [];
  let changed: () => void = () => undefined;
  const heard: { hasSound: boolean | undefined; open: number } = { hasSound: true, open: 0 };
  const room = openRoomCapture({
    open: async (source, deviceId = source) => {
      opened.push(deviceId);
      const why = plugged.get(deviceId);
      return why === undefined ? { ok: true, track: aLiveTrack(deviceId).track } : { ok: false, why };
    },
    list: async () => [{ id: 'other', label: 'Other' }],
    onDevicesChanged: (listener) => {
      changed = listener;
      return () => undefined;
    },
    listen: () => {
      heard.open += 1;
      return { hasSound: () => heard.hasSound, close: () => (heard.open -= 1) };
    },
    onTrack: (source) => sent.push(source),
  });
  const [camera, microphone] = [aLiveTrack('camera'), aLiveTrack('microphone')];
  room.adopt('camera', { ok: true, track: camera.track });
  room.adopt('microphone', { ok: true, track: microphone.track });
  const settle = () => vi.advanceTimersByTimeAsync(0);
  return { room, heard, camera, microphone, plugged, opened, sent, settle, change: () => changed() };
}

test('a camera that ends is reported at once, and only the same one is retried', async () => {
  const { room, camera, microphone, plugged, opened, settle, change } = aRoom();
  plugged.set('camera', 'not-found');
  camera.end();
  expect(captureOf(room.getSnapshot())).toEqual({ camera: 'stopped', microphone: 'works' });
  await settle();
  expect(room.getSnapshot().camera).toMatchObject({ is: 'stopped', others: [{ id: 'other' }] });
  plugged.clear();
  change();
  await settle();
  expect(captureOf(room.getSnapshot())).toEqual({ camera: 'works', microphone: 'works' });
  expect(opened).toEqual(['camera', 'camera']);
  expect(microphone.stop).not.toHaveBeenCalled();
});

test('another camera is used only if it is chosen', async () => {
  const { room, camera, plugged, opened, sent, settle, change } = aRoom();
  plugged.set('camera', 'not-found');
  camera.end();
  await settle();
  change();
  await settle();
  expect(opened).not.toContain('other');
  expect(await room.again({ source: 'camera', deviceId: 'other' })).toBe(true);
  expect(sent).toEqual(['camera', 'microphone', 'camera']);
});

test('a revoked permission is reported', async () => {
  const { room, microphone, plugged, settle } = aRoom();
  plugged.set('microphone', 'denied');
  microphone.end();
  await settle();
  expect(room.getSnapshot().microphone).toMatchObject({ is: 'stopped', why: 'denied' });
});

test('a muted microphone is reported after a moment, and comes back by itself', async () => {
  const { room, microphone } = aRoom();
  microphone.mute(true);
  microphone.mute(false);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(captureOf(room.getSnapshot())?.microphone).toBe('works');
  microphone.mute(true);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(captureOf(room.getSnapshot())?.microphone).toBe('muted');
  microphone.mute(false);
  expect(captureOf(room.getSnapshot())?.microphone).toBe('works');
});

test('closing stops everything that was opened', async () => {
  const { room, camera, microphone } = aRoom();
  room.close();
  expect(camera.stop).toHaveBeenCalled();
  expect(microphone.stop).toHaveBeenCalled();
  const late = aLiveTrack('late');
  room.adopt('camera', { ok: true, track: late.track });
  expect(late.stop).toHaveBeenCalled();
});

test('[WIN4] a microphone that gives only zeros is silent until it gives sound; a quiet room is not silent', async () => {
  const { room, heard } = aRoom();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(captureOf(room.getSnapshot())?.microphone).toBe('works');
  heard.hasSound = false;
  await vi.advanceTimersByTimeAsync(6_000);
  expect(captureOf(room.getSnapshot())?.microphone).toBe('silent');
  expect(stoppedIn(room.getSnapshot())).toMatchObject([{ source: 'microphone', why: 'silent' }]);
  heard.hasSound = true;
  await vi.advanceTimersByTimeAsync(400);
  expect(captureOf(room.getSnapshot())?.microphone).toBe('works');
  expect(stoppedIn(room.getSnapshot())).toEqual([]);
});

test('while the browser blocks all sound, nothing is reported about the microphone', async () => {
  const { room, heard } = aRoom();
  heard.hasSound = undefined;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(captureOf(room.getSnapshot())?.microphone).toBe('works');
});

test('a lost or closed microphone is no longer watched', async () => {
  const { room, heard, microphone, plugged, settle } = aRoom();
  plugged.set('microphone', 'not-found');
  expect(heard.open).toBe(1);
  microphone.end();
  await settle();
  expect(heard.open).toBe(0);
  plugged.clear();
  await room.again();
  expect(heard.open).toBe(1);
  room.close();
  expect(heard.open).toBe(0);
});

test('[SAF4] what the family turned off stays off when devices change, until the family turns it on', async () => {
  const { room, heard, camera, microphone, opened, sent, settle, change } = aRoom();
  room.turnOff();
  expect([camera.stop, microphone.stop].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  expect(captureOf(room.getSnapshot())).toEqual({ camera: 'off', microphone: 'off' });
  expect(stoppedIn(room.getSnapshot())).toEqual([]);
  expect(heard.open).toBe(0);
  change();
  camera.end();
  await settle();
  expect(opened).toEqual([]);

  sent.length = 0;
  expect(await room.again()).toBe(true);
  expect(sent).toEqual(['camera', 'microphone']);
  expect(captureOf(room.getSnapshot())).toEqual({ camera: 'works', microphone: 'works' });
});

test('[SAF4] a camera that was just being opened is not turned on anymore', async () => {
  const { room, camera, settle } = aRoom();
  camera.end();
  room.turnOff();
  await settle();
  expect(captureOf(room.getSnapshot())).toEqual({ camera: 'off', microphone: 'off' });
});
