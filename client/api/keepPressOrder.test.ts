import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentHeard } from '#shared/domain/momentHeard.ts';
import { keepPressOrder } from './keepPressOrder.ts';

test('[CLK2] presses are heard in the order they were made, however the measured delay changes', () => {
  const presses = fc.array(fc.record({ after: fc.nat(800), heardDelayMs: fc.nat(5_000) }), { maxLength: 30 });
  fc.assert(
    fc.property(presses, (all) => {
      let [pressedAt, last] = [10_000, 0];
      const heard = all.map(({ after, heardDelayMs }) => {
        pressedAt += after;
        const press = keepPressOrder({ pressedAt, heardDelayMs }, last);
        last = pressedAt - press.heardDelayMs;
        return momentHeard(press, pressedAt);
      });
      expect(heard).toEqual(heard.toSorted((one, other) => one - other));
    }),
  );
});

test('[CLK2] a constant delay is kept unchanged', () => {
  expect(keepPressOrder({ pressedAt: 9_000, heardDelayMs: 240 }, 8_000)).toEqual({
    pressedAt: 9_000,
    heardDelayMs: 240,
  });
});
