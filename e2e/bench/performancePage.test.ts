import { expect, test } from 'vitest';
import { performancePage } from './performancePage.ts';

const KEYS = { name: 'keys', measures: 'How soon a press is kept.', where: '2026-12-01, 2 cores', table: 'one  1 ms' };

test('the page has a section for each bench, in the order of the names', () => {
  const page = performancePage(performancePage('', KEYS), { ...KEYS, name: 'calls' });
  expect(page).toMatch(/^# Performance\n/u);
  expect(page.match(/^## .*$/gmu)).toEqual(['## calls', '## keys']);
  expect(page).toContain('How soon a press is kept.\n\n2026-12-01, 2 cores\n\n```\none  1 ms\n```\n');
});

test('a bench that is measured again replaces its own section and leaves the others as they are', () => {
  const first = performancePage(performancePage('', KEYS), { ...KEYS, name: 'calls' });
  const again = performancePage(first, { ...KEYS, table: 'one  2 ms' });
  expect(again).toContain('one  2 ms');
  expect(again).not.toBe(first);
  expect(performancePage(again, KEYS)).toBe(first);
});
