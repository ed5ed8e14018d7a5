import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createBrowserSetting } from './browserSetting.ts';
import { aBrowserStore } from './testing/aBrowserStore.ts';

const open = (browser = aBrowserStore()) => createBrowserSetting(browser.window(), 'earshot.flag', z.boolean(), true);

test('a setting applies at once, and after a reload', () => {
  const browser = aBrowserStore();
  const setting = open(browser);
  const listener = vi.fn();
  setting.subscribe(listener);
  setting.set(false);
  expect(setting.getSnapshot()).toBe(false);
  expect(listener).toHaveBeenCalledOnce();
  expect(open(browser).getSnapshot()).toBe(false);
});

test('other windows of the browser get the setting', async () => {
  const browser = aBrowserStore();
  const [here, there] = [open(browser), open(browser)];
  there.subscribe(() => undefined);
  here.set(false);
  await Promise.resolve();
  expect(there.getSnapshot()).toBe(false);
});

test('an unreadable value under the key is ignored', () => {
  const browser = aBrowserStore();
  browser.kept.set('earshot.flag', '{"broken":');
  expect(open(browser).getSnapshot()).toBe(true);
  browser.kept.set('earshot.flag', '"yes"');
  expect(open(browser).getSnapshot()).toBe(true);
});

test('without storage the setting lasts until the page is left', () => {
  const browser = aBrowserStore();
  browser.fill(true);
  const setting = open(browser);
  setting.set(false);
  expect(setting.getSnapshot()).toBe(false);
});
