import { expect, test } from 'vitest';
import { FAILURES_COUNT_FOR_MS, MOST_FAILURES } from '#shared/domain/attempts.ts';
import { createAttempts } from './attempts.ts';

const IDA = { account: 'ida', network: '192.0.2.1' };

function someAttempts() {
  const clock = { at: 0 };
  const attempts = createAttempts(() => new Date(clock.at));
  const make = (isRight: boolean, who = IDA) =>
    attempts.try(
      who,
      async () => isRight,
      (right) => right,
    );
  return { clock, attempts, make };
}

test('[PER12] tries at the same time do not outrun the count', async () => {
  const { attempts } = someAttempts();
  let tried = 0;
  const all = await Promise.all(
    Array.from({ length: 30 }, () =>
      attempts.try(
        IDA,
        async () => {
          tried += 1;
          await Promise.resolve();
          return false;
        },
        (isRight) => isRight,
      ),
    ),
  );
  expect(tried).toBe(MOST_FAILURES.account);
  expect(all.filter((result) => result === 'locked-out')).toHaveLength(30 - MOST_FAILURES.account);
});

test('[PER12] a right try forgets the wrong ones of the account, and nobody is charged for it', async () => {
  const { make } = someAttempts();
  for (let wrong = 1; wrong < MOST_FAILURES.account; wrong += 1) await make(false);
  for (let right = 0; right < 2 * MOST_FAILURES.address; right += 1) expect(await make(true)).toBe(true);
  expect(await make(false)).toBe(false);
});

test('[PER12] a right try of one account does not free a network that tries others', async () => {
  const { make, clock } = someAttempts();
  for (let wrong = 0; wrong < MOST_FAILURES.address; wrong += 1) {
    expect(await make(false, { ...IDA, account: `someone ${wrong}` })).toBe(false);
    if (wrong === 0) await make(true);
  }
  expect(await make(true)).toBe('locked-out');
  clock.at = FAILURES_COUNT_FOR_MS;
  expect(await make(true)).toBe(true);
});
