// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { browserPressStore } from './pressStore.ts';
import { shutBrowser } from './testing/shutBrowser.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test.for(['browser', 'tab'] as const)('a %s that keeps nothing has an empty store, which lets nothing in', (of) => {
  shutBrowser();
  const store = browserPressStore(of);
  expect([store.keys(), store.getItem('one')]).toEqual([[], null]);
  expect(() => store.removeItem('one')).not.toThrow();
  expect(() => store.setItem('one', '1')).toThrow('keeps nothing');
});

test('a tab’s own storage is not in the browser’s storage', () => {
  browserPressStore('tab').setItem('one', '1');
  expect([browserPressStore('tab').getItem('one'), browserPressStore().getItem('one')]).toEqual(['1', null]);
  browserPressStore('tab').removeItem('one');
});
