// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useKeepOpen } from './useKeepOpen.ts';

/** Whether the browser would ask before it leaves the page. */
function asksFirst(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

test('a page is left without a question, except while something on it is nowhere else', () => {
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
