import { expect, test } from 'vitest';
import { fQuantile } from './fQuantile.ts';

/** Values from SciPy 1.17 (`scipy.stats.f.ppf`). The first row of round figures is in any printed table. */
test.for([
  [0.95, 2, 10, 4.1028210151304],
  [0.975, 5, 15, 3.5764153492790607],
  [0.975, 15, 5, 6.427728167078779],
  [0.975, 1, 1, 647.7890114778442],
  [0.975, 4, 2.5, 21.96373733117329],
  [0.975, 29, 29, 2.100995817284212],
  [0.975, 3.7, 119, 2.9796741983623596],
  [0.975, 59, 3.21, 12.230706194263533],
  [0.975, 9, 27.3, 2.6246215120585217],
  [0.5, 7, 9, 0.9780513932441699],
] as const)('[REL8] %d of F(%d, %d) lies below %d', ([probability, d1, d2, value]) => {
  expect(fQuantile(probability, d1, d2) / value).toBeCloseTo(1, 10);
});
