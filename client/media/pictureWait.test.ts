// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { pictureWaitMs, watchPicture } from './pictureWait.ts';

function aVideo() {
  let listener: VideoFrameRequestCallback | undefined;
  const video = Object.assign(document.createElement('video'), {
    requestVideoFrameCallback: (next: VideoFrameRequestCallback) => {
      listener = next;
      return 1;
    },
    cancelVideoFrameCallback: () => (listener = undefined),
  });
  /** `sentAt` is the sender's own time in ms. */
  const show = (presentationTime: number, receiveTime?: number, sentAt = 0) => {
    const rtpTimestamp = (sentAt * 90) % 2 ** 32;
    const told = { presentationTime, expectedDisplayTime: 0, width: 1, height: 1, mediaTime: 0, presentedFrames: 1 };
    listener?.(presentationTime, { ...told, ...(receiveTime !== undefined && { receiveTime, rtpTimestamp }) });
  };
  return { video, show, isWatched: () => listener !== undefined };
}

const aTrack = () => Object.create(null) as MediaStreamTrack;

test('[CLK2] the picture on the screen tells how long it waited since it came', () => {
  const [{ video, show }, track] = [aVideo(), aTrack()];
  watchPicture(video, track);
  show(1_000, 900, 0);
  expect(pictureWaitMs(track, 1_001)).toBeCloseTo(100);
  show(1_066, 966, 66);
  expect(pictureWaitMs(track, 1_100)).toBeCloseTo(100);
});

test('[CLK2] time lost in the network counts as waiting too', () => {
  const [{ video, show }, track] = [aVideo(), aTrack()];
  watchPicture(video, track);
  show(1_000, 900, 0);
  show(1_156, 1_056, 66);
  expect(pictureWaitMs(track, 1_200)).toBeCloseTo(190);
});

test('the sender’s counter may wrap around', () => {
  const [{ video, show }, track] = [aVideo(), aTrack()];
  const turn = 2 ** 32 / 90;
  watchPicture(video, track);
  show(1_000, 900, turn - 33);
  show(1_066, 966, turn + 33);
  expect(pictureWaitMs(track, 1_100)).toBeCloseTo(100);
});

test('a frozen picture, or a browser without timing, gives no result', () => {
  const [{ video, show, isWatched }, track] = [aVideo(), aTrack()];
  const stop = watchPicture(video, track);
  show(1_000);
  expect(pictureWaitMs(track, 1_001)).toBeUndefined();
  show(1_000, 900);
  expect(pictureWaitMs(track, 2_001)).toBeUndefined();
  stop();
  expect(isWatched()).toBe(false);
});
