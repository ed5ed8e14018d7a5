import { expect, test } from 'vitest';
import { CONFIRMED_FOR_MS, needsConfirmation } from './confirmation.ts';

const AT = new Date('2026-03-02T09:00:00Z');
const after = (ms: number) => new Date(AT.getTime() + ms);

test.for(['password', 'provider'] as const)('[PER13] a sign-in by %s is asked again after five minutes', (way) => {
  expect(needsConfirmation({ way, confirmedAt: AT }, AT)).toBe(false);
  expect(needsConfirmation({ way, confirmedAt: AT }, after(CONFIRMED_FOR_MS - 1))).toBe(false);
  expect(needsConfirmation({ way, confirmedAt: AT }, after(CONFIRMED_FOR_MS))).toBe(true);
  expect(needsConfirmation({ way, confirmedAt: undefined }, AT)).toBe(true);
});

test('[PER13] the demo is never asked', () => {
  expect(needsConfirmation({ way: 'demo', confirmedAt: undefined }, AT)).toBe(false);
});
