// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { words } from '#client/i18n/en/common.ts';
import { PAGE_TITLES } from '#client/frame/pageTitles.ts';
import { router } from './router.tsx';

test('every page has a title of its own', () => {
  expect(Object.keys(PAGE_TITLES).toSorted()).toEqual(Object.keys(router.routesByPath).toSorted());
  const titles = Object.values(PAGE_TITLES).map((name) => words.pageTitle[name]);
  expect(new Set(titles).size).toBe(titles.length);
});
