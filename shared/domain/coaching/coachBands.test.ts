import { expect, test } from 'vitest';
import { COACH_BANDS, placeInBand } from './coachBands.ts';

test.for([
  ['perMinute', 4.9, 'below'],
  ['perMinute', 5, 'within'],
  ['perMinute', 10, 'within'],
  ['perMinute', 10.1, 'above'],
  ['responsiveShare', 0.49, 'below'],
  ['responsiveShare', 0.8, 'within'],
  ['correctiveToPraise', 0, 'within'],
  ['correctiveToPraise', 0.21, 'above'],
  ['medianLagMs', 2_000, 'within'],
  ['medianLagMs', null, undefined],
  ['reuseShare', 0.9, undefined],
] as const)('[TPC7] %s at %s is %s its range', ([figure, value, place]) => {
  const [band] = COACH_BANDS.filter((one) => one.figure === figure);
  expect(band && placeInBand(value, band)).toBe(place);
});
