import { expect, test } from 'vitest';
import { isTimeToErase } from './isTimeToErase.ts';

const NIGHT = { today: '2026-03-05', hour: 3, lastOn: '2026-03-04', isAnybodyIn: false };

test('[RET5] the server checks once a night what is to be erased', () => {
  expect(isTimeToErase(NIGHT)).toBe(true);
  expect(isTimeToErase({ ...NIGHT, isAnybodyIn: true })).toBe(true);
  expect(isTimeToErase({ ...NIGHT, lastOn: '2026-03-05' })).toBe(false);
  expect(isTimeToErase({ ...NIGHT, hour: 14, lastOn: '2026-03-05' })).toBe(false);
  expect(isTimeToErase({ ...NIGHT, hour: 1 })).toBe(false);
});

test('[RET5] a server that was off at night does it when nobody is in a session', () => {
  const day = { ...NIGHT, hour: 14, lastOn: '2026-03-04' };
  expect(isTimeToErase(day)).toBe(true);
  expect(isTimeToErase({ ...day, lastOn: null })).toBe(true);
  expect(isTimeToErase({ ...day, hour: 1, lastOn: '2026-03-03' })).toBe(true);
  expect(isTimeToErase({ ...day, isAnybodyIn: true })).toBe(false);
});
