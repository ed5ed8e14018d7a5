import { expect, test } from 'vitest';
import { FAILURES_COUNT_FOR_MS, type Failures, isLockedOut, MOST_FAILURES, withFailure } from './attempts.ts';

function after(count: number, at = 0): Failures | undefined {
  let failures: Failures | undefined;
  for (let made = 0; made < count; made += 1) failures = withFailure(failures, at);
  return failures;
}

test.for(['account', 'address'] as const)(
  '[PER12] an %s is locked out by its last allowed failure, until they are old',
  (of) => {
    const most = MOST_FAILURES[of];
    expect(isLockedOut(of, undefined, 0)).toBe(false);
    expect(isLockedOut(of, after(most - 1), 0)).toBe(false);
    expect(isLockedOut(of, after(most), FAILURES_COUNT_FOR_MS - 1)).toBe(true);
    expect(isLockedOut(of, after(most), FAILURES_COUNT_FOR_MS)).toBe(false);
  },
);

test('[PER12] old failures are forgotten at the next one', () => {
  expect(withFailure(after(5), FAILURES_COUNT_FOR_MS)).toEqual({ count: 1, since: FAILURES_COUNT_FOR_MS });
});
