import { expect, test } from 'vitest';
import { permits } from '../tie.ts';
import { erasureObstacles } from './erasure.ts';

const FREE = { isHeld: false, openSessions: 0, runningExports: 0 };

test('[ERA2] a legal hold, an open session and a running export each prevent an erasure', () => {
  expect(erasureObstacles(FREE)).toEqual([]);
  expect(erasureObstacles({ ...FREE, isHeld: true })).toEqual(['legal-hold']);
  expect(erasureObstacles({ ...FREE, openSessions: 1 })).toEqual(['session-open']);
  expect(erasureObstacles({ ...FREE, runningExports: 2 })).toEqual(['export-running']);
  expect(erasureObstacles({ isHeld: true, openSessions: 1, runningExports: 1 })).toHaveLength(3);
});

test('[ERA1] who treats or supervises a family may ask for its erasure; who only covers it may not', () => {
  expect(permits('treats', 'ask-erasure')).toBe(true);
  expect(permits('supervises', 'ask-erasure')).toBe(true);
  expect(permits('covers', 'ask-erasure')).toBe(false);
  expect(permits('none', 'ask-erasure')).toBe(false);
});

test('[ERA4] a supervisor of the family may hold it, its therapists may not', () => {
  expect(permits('supervises', 'hold')).toBe(true);
  expect(permits('treats', 'hold')).toBe(false);
  expect(permits('covers', 'hold')).toBe(false);
});
