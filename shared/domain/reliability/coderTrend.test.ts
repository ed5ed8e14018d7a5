import { expect, test } from 'vitest';
import { bandOf, KAPPA_BANDS } from './bands.ts';
import { type ComparedWindow, countCorrelations, iccBandsOf } from './coderTrend.ts';

const window = (id: string, reference: number, trainee: number, independent = true): ComparedWindow => ({
  id,
  startedAt: '2026-11-21T10:00:00.000Z',
  eventAgreement: 0.8,
  independent,
  medium: 'live',
  counts: [{ code: 'LP', reference, trainee }],
});

test('[REL8] counts are compared code by code, and only if the coders were independent', () => {
  const windows = [window('a', 3, 3), window('b', 9, 8), window('c', 6, 6), window('d', 1, 20, false)];
  const [praise, none] = countCorrelations(windows, ['LP', 'BD']);
  expect(praise).toMatchObject({ code: 'LP', windows: 3 });
  expect(praise?.agreement?.value).toBeGreaterThan(0.9);
  // The counts of a code that nobody gave do not vary.
  expect(none).toEqual({ code: 'BD', windows: 3, agreement: null, consistency: null });
});

test.for([
  [
    [0.2, 0.49],
    ['poor', 'poor'],
  ],
  [
    [0.5, 0.75],
    ['moderate', 'good'],
  ],
  [
    [0.74, 0.91],
    ['moderate', 'excellent'],
  ],
  [
    [-0.3, 0.9],
    ['poor', 'excellent'],
  ],
] as const)('[REL8] the interval %j reads as %j', ([[low, high], bands]) => {
  expect(iccBandsOf({ value: 0.7, interval: [low, high] })).toEqual(bands);
  expect(iccBandsOf({ value: 0.7, interval: null })).toBeUndefined();
});

test.for([
  [-0.2, 'poor'],
  [0.399, 'poor'],
  [0.4, 'fair'],
  [0.6, 'acceptable'],
  [0.8, 'strong'],
] as const)('[REL7] a kappa of %d reads as %s', ([kappa, band]) => {
  expect(bandOf(KAPPA_BANDS, kappa)).toBe(band);
});
