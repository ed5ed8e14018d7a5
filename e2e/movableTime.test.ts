import { expect, test } from 'vitest';
import { createMovableTime } from './movableTime.ts';

test('time that is moved forward rings what has come due, in its order, and nothing else', () => {
  const time = createMovableTime();
  const rung: string[] = [];
  time.callAfter(300_000, () => rung.push('five minutes'));
  time.callAfter(200_000, () => rung.push('earlier'));
  const cancelLater = time.callAfter(900_000, () => rung.push('later'));
  const before = time.monotonicNow();
  time.forward(300_000);
  expect(rung).toEqual(['earlier', 'five minutes']);
  expect(time.monotonicNow() - before).toBeGreaterThanOrEqual(300_000);
  cancelLater();
});
