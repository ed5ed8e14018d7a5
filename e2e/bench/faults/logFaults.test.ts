import { expect, test } from 'vitest';
import type { Fact } from '#shared/protocol/facts.ts';
import type { CodeId } from '#shared/protocol/ids.ts';
import { aFact, CAREGIVER_A, LEAD } from '#shared/session/testing/aSession.ts';
import { logFaults } from './logFaults.ts';

const [one, two, three, other] = [aFact.codeId(1), aFact.codeId(2), aFact.codeId(3), aFact.codeId(4)];

const logOf = (...codes: readonly CodeId[]): readonly Fact[] =>
  codes.map((codeId, index) => ({
    ...{
      type: 'code.recorded',
      by: LEAD,
      codeId,
      code: 'LP',
      caregiverId: CAREGIVER_A,
      heardAt: index,
      pressedAt: index,
    },
    ...{ seq: index + 1, at: index },
  }));

test('nothing is wrong if each code is there once, in the order of whoever pressed it', () => {
  expect(logFaults(logOf(one, other, two, three), [[one, two, three], [other]])).toEqual({
    lost: 0,
    doubled: 0,
    reordered: 0,
  });
});

test('a code that is missing is lost, one that is there twice is doubled, and one before its turn is reordered', () => {
  expect(logFaults(logOf(one, three), [[one, two, three]])).toMatchObject({ lost: 1 });
  expect(logFaults(logOf(one, two, two), [[one, two]])).toMatchObject({ doubled: 1 });
  expect(logFaults(logOf(two, one), [[one, two]])).toMatchObject({ reordered: 1 });
});

test('a seq that is missing counts, because a log has none', () => {
  const [first, second] = logOf(one, two);
  expect(logFaults([first!, { ...second!, seq: 3 }], [[one, two]])).toMatchObject({ doubled: 1 });
});
