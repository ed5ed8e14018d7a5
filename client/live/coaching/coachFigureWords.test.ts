import { expect, test } from 'vitest';
import { figureDigits } from './coachFigureWords.ts';

test.for([
  ['perMinute', 6.249, '6.2'],
  ['perMinute', 6, '6'],
  ['responsiveShare', 0.666, '67'],
  ['medianLagMs', 1_449, '1.4'],
  ['longestSilenceMs', 74_000, '1:14'],
  ['correctiveToPraise', 0.25, '0.25'],
] as const)('%s of %s reads %s', ([figure, value, digits]) => {
  expect(figureDigits(figure, value)).toBe(digits);
});
