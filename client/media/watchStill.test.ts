// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { watchStill } from './watchStill.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function aVideo() {
  let waiting: (() => void) | undefined;
  const said: (number | undefined)[] = [];
  const video = {
    requestVideoFrameCallback: (callback: () => void) => {
      waiting = callback;
      return 1;
    },
    cancelVideoFrameCallback: () => (waiting = undefined),
  };
  const started = Date.now();
  const stop = watchStill(
    video as never,
    (since) => said.push(since),
    () => Date.now() - started,
  );
  return { said, stop, picture: () => waiting?.() };
}

test('[WIN4] a picture that stands still for longer than 2 s is said to be old since it came, and new with the next', () => {
  const { said, picture, stop } = aVideo();
  vi.advanceTimersByTime(5_000);
  expect(said).toEqual([]); // there was no picture yet that could be old
  picture();
  vi.advanceTimersByTime(2_000);
  expect(said).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(said).toEqual([5_000]);
  picture();
  expect(said).toEqual([5_000, undefined]);
  stop();
  vi.advanceTimersByTime(5_000);
  expect(said).toHaveLength(2);
});

test('a hidden page shows no pictures and reports nothing', () => {
  const { said, picture } = aVideo();
  picture();
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  vi.advanceTimersByTime(10_000);
  hidden.mockRestore();
  vi.advanceTimersByTime(1_000);
  expect(said).toEqual([]);
});
