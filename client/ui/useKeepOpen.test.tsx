// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useKeepOpen } from './useKeepOpen.ts';

/** Whether the browser would ask before it leaves the page. */
function asksFirst(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

test('the browser asks before leaving only while something on the page is saved nowhere else', () => {
  const { rerender, unmount } = renderHook(({ isNeeded }) => useKeepOpen(isNeeded), {
    initialProps: { isNeeded: false },
  });
  expect(asksFirst()).toBe(false);
  rerender({ isNeeded: true });
  expect(asksFirst()).toBe(true);
  rerender({ isNeeded: false });
  expect(asksFirst()).toBe(false);
  rerender({ isNeeded: true });
  unmount();
  expect(asksFirst()).toBe(false);
});
