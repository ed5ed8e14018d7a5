import { beforeEach, expect, test, vi } from 'vitest';
import { JUMP_PATIENCE_MS, JUMP_TRIES, type MediaElement, seatOf } from './mediaSeat.ts';

/** A media element whose file opens and whose seeks end only when the test says so. */
function anElement() {
  const events = new EventTarget();
  const element = {
    src: '',
    currentTime: 0,
    playbackRate: 1,
    paused: true,
    load: vi.fn(),
    play: vi.fn(() => Promise.resolve()),
    pause: vi.fn(),
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
  };
  const happens = (name: string) => events.dispatchEvent(new Event(name));
  return { element: element satisfies MediaElement, happens };
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

test('of many seeks during another, only the last is made', () => {
  const { element, happens } = anElement();
  const settled = vi.fn();
  const seat = seatOf(element, { onSettled: settled });
  seat.show({ url: 'a', seconds: 1 });
  happens('loadedmetadata');
  for (const seconds of [2, 3, 4]) seat.show({ url: 'a', seconds });
  expect(element.currentTime).toBe(1);
  happens('seeked');
  expect(element.currentTime).toBe(4);
  expect(settled).not.toHaveBeenCalled();
  happens('seeked');
  expect(settled).toHaveBeenCalledTimes(1);
  expect(seat.isSettled()).toBe(true);
});

test('a jump into another file opens it, and what was asked meanwhile is where it ends', () => {
  const { element, happens } = anElement();
  const seat = seatOf(element, {});
  seat.show({ url: 'a', seconds: 1 });
  seat.show({ url: 'b', seconds: 7 });
  happens('loadedmetadata');
  expect(element.src).toBe('b');
  happens('loadedmetadata');
  expect(element.currentTime).toBe(7);
});

test('a jump that never ends is made again with the file opened anew, and given up after a while', () => {
  const { element, happens } = anElement();
  const trouble = vi.fn();
  const seat = seatOf(element, { onTrouble: trouble });
  seat.show({ url: 'a', seconds: 5 });
  happens('loadedmetadata');
  vi.advanceTimersByTime(JUMP_PATIENCE_MS);
  expect(element.load).toHaveBeenCalledTimes(2);
  expect(trouble).not.toHaveBeenCalled();
  vi.advanceTimersByTime(JUMP_PATIENCE_MS * JUMP_TRIES);
  expect(trouble).toHaveBeenCalledTimes(1);
  expect(element.load).toHaveBeenCalledTimes(JUMP_TRIES);
});

test('one slow seek does not affect the next', () => {
  const { element, happens } = anElement();
  const trouble = vi.fn();
  const seat = seatOf(element, { onTrouble: trouble });
  for (let round = 0; round < JUMP_TRIES + 1; round += 1) {
    seat.show({ url: 'a', seconds: round });
    happens('loadedmetadata');
    vi.advanceTimersByTime(JUMP_PATIENCE_MS);
    happens('loadedmetadata');
    happens('seeked');
  }
  expect(trouble).not.toHaveBeenCalled();
});

test('what was playing plays on where the jump ended', () => {
  const { element, happens } = anElement();
  const seat = seatOf(element, {});
  seat.play();
  seat.show({ url: 'a', seconds: 5 });
  happens('loadedmetadata');
  expect(element.play).not.toHaveBeenCalled();
  happens('seeked');
  expect(element.play).toHaveBeenCalled();
});
