// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { createKeyLayout } from './keyLayout.ts';

const typed = (key: string, code: string, more = {}) => new KeyboardEvent('keydown', { key, code, ...more });

test('the browser is asked for its layout', async () => {
  const layout = createKeyLayout({ getLayoutMap: () => Promise.resolve(new Map([['KeyQ', 'a']])) });
  const listener = vi.fn();
  layout.subscribe(listener);
  await vi.waitFor(() => expect(listener).toHaveBeenCalledOnce());
  expect(layout.getSnapshot().get('KeyQ')).toBe('a');
});

test('where the browser does not say, a key tells by what it writes', () => {
  const layout = createKeyLayout(undefined);
  layout.learn(typed('A', 'KeyQ'));
  layout.learn(typed('&', 'Digit1', { shiftKey: true }));
  layout.learn(typed('Dead', 'Equal'));
  expect([...layout.getSnapshot()]).toEqual([['KeyQ', 'a']]);
});

test('a browser that refuses leaves the US labels', async () => {
  const layout = createKeyLayout({ getLayoutMap: () => Promise.reject(new Error('not here')) });
  await Promise.resolve();
  expect(layout.getSnapshot().size).toBe(0);
});
