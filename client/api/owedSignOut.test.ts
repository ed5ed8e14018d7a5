import { expect, test } from 'vitest';
import { createOwedSignOut } from './owedSignOut.ts';

test('a sign-out is owed after a reload, until it is settled', () => {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  createOwedSignOut(store).owe();
  const next = createOwedSignOut(store);
  expect(next.isOwed()).toBe(true);
  next.settle();
  expect([next.isOwed(), createOwedSignOut(store).isOwed()]).toEqual([false, false]);
});

test('a browser that keeps nothing owes it until the page is left', () => {
  const store = {
    getItem: () => null,
    setItem: () => {
      throw new Error('Nothing is kept.');
    },
    removeItem: () => undefined,
  };
  const owed = createOwedSignOut(store);
  owed.owe();
  expect(owed.isOwed()).toBe(true);
});
