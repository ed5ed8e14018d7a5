// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { words } from '#client/i18n/en/common.ts';
import { PAGE_TITLES } from '#client/frame/pageTitles.ts';
import { router } from './router.tsx';

test('the secret of a link leaves the address, and a second link in the same tab replaces the first', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  await router.load();
  for (const secret of ['first', 'second']) {
    await router.navigate({ to: '/demo', hash: secret });
    expect(router.state.location.href).toBe('/demo');
    expect(router.state.matches.at(-1)?.context).toEqual({ secret });
  }
});

test('every page has a title of its own', () => {
  expect(Object.keys(PAGE_TITLES).toSorted()).toEqual(Object.keys(router.routesByPath).toSorted());
  const titles = Object.values(PAGE_TITLES).map((name) => words.pageTitle[name]);
  expect(new Set(titles).size).toBe(titles.length);
});
