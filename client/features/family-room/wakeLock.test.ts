import { expect, test, vi } from 'vitest';
import { keepScreenOn } from './wakeLock.ts';

function aPage(): EventTarget & { visibilityState: DocumentVisibilityState } {
  return Object.assign(new EventTarget(), { visibilityState: 'visible' as const });
}

test('the screen is kept on, again each time the page is visible, until the end', async () => {
  const release = vi.fn(() => Promise.resolve());
  const request = vi.fn(async () => ({ release }) as unknown as WakeLockSentinel);
  const page = aPage();
  const stop = keepScreenOn({ request }, page);
  expect(request).toHaveBeenCalledTimes(1);
  page.visibilityState = 'hidden';
  page.dispatchEvent(new Event('visibilitychange'));
  expect(request).toHaveBeenCalledTimes(1);
  page.visibilityState = 'visible';
  page.dispatchEvent(new Event('visibilitychange'));
  expect(request).toHaveBeenCalledTimes(2);
  await Promise.resolve();
  stop();
  expect(release).toHaveBeenCalledTimes(1);
  page.dispatchEvent(new Event('visibilitychange'));
  expect(request).toHaveBeenCalledTimes(2);
});

test('a browser without a wake lock, or one that refuses it, changes nothing', async () => {
  keepScreenOn(undefined, aPage())();
  keepScreenOn({ request: () => Promise.reject(new Error('battery')) }, aPage());
  await Promise.resolve();
});
