import { describe, expect, test } from 'vitest';
import { codingHint } from './codingHint.ts';
import { PCIT } from './programs/pcit.ts';
import { findCode } from './programs/program.ts';
import { COMMAND_SEQUENCE } from './programs/pcit/commandSequence.ts';

type Coded = readonly [code: string, at: number];

const hintAfter = (codes: readonly Coded[], now: number) =>
  codingHint(
    codes.map(([code, at]) => ({ code, at, stream: findCode(PCIT, code)?.stream })),
    COMMAND_SEQUENCE,
    now,
  )?.is;

describe('a hint while coding', () => {
  test.for([
    [
      [
        ['LP', 0],
        ['LP', 1_999],
      ],
      2_000,
      'one-thought-or-two',
    ],
    [
      [
        ['LP', 0],
        ['LP', 2_000],
      ],
      2_000,
      undefined,
    ],
    [
      [
        ['LP', 0],
        ['BD', 500],
      ],
      500,
      undefined,
    ],
    [
      [
        ['LP', 0],
        ['LP', 500],
      ],
      2_500,
      undefined,
    ],
    [
      [
        ['DC', 0],
        ['NOISE', 100],
        ['NOISE', 200],
      ],
      200,
      undefined,
    ],
  ] as const)('[HNT1] %o at %i: %s', ([codes, now, is]) => {
    expect(hintAfter(codes, now)).toBe(is);
  });

  test.for([
    [[['DC', 0]], 5_000, undefined],
    [[['DC', 0]], 5_001, 'response-overdue'],
    [
      [
        ['DC', 0],
        ['CO', 4_000],
      ],
      9_000,
      undefined,
    ],
    [
      [
        ['DC', 0],
        ['BD', 4_000],
      ],
      9_000,
      'response-overdue',
    ],
    [
      [
        ['DC', 0],
        ['IC', 5_000],
      ],
      5_000,
      'former-had-no-chance',
    ],
    [
      [
        ['DC', 0],
        ['IC', 5_001],
      ],
      5_001,
      undefined,
    ],
    [
      [
        ['DC', 0],
        ['CO', 1_000],
        ['DC', 2_500],
      ],
      2_500,
      undefined,
    ],
  ] as const)('[HNT2] %o at %i: %s', ([codes, now, is]) => {
    expect(hintAfter(codes, now)).toBe(is);
  });

  test('[HNT2] without a command sequence there is nothing to wait for', () => {
    expect(codingHint([{ code: 'DC', at: 0, stream: 'parent' }], undefined, 9_000)).toBeUndefined();
  });
});

test('[HNT1] a child’s code pressed twice means two events, even without a command sequence', () => {
  const twice = [0, 500].map((at) => ({ code: 'TGT', at, stream: 'child' as const }));
  expect(codingHint(twice, undefined, 500)).toBeUndefined();
});
