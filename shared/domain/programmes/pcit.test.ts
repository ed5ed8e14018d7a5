import { expect, test } from 'vitest';
import { PCIT } from './pcit.ts';

test('[COD1] no two codes share a key, and none is undo’s or the whisper’s', () => {
  const taken = [...PCIT.codes.flatMap(({ keys }) => keys), ...PCIT.undoKeys, ' ', 'w', 'p', '?', '/', '.'];
  expect(new Set(taken).size).toBe(taken.length);
});

test('[COD1] every code has its place on the pad, once', () => {
  expect(
    PCIT.pad
      .flat()
      .filter((place) => place !== 'undo')
      .toSorted(),
  ).toEqual(PCIT.codes.map(({ code }) => code).toSorted());
});

test('within a phase no two favourite prompts share a key, and none takes a code’s', () => {
  const codeKeys = new Set([...PCIT.codes.flatMap(({ keys }) => keys), ...PCIT.undoKeys]);
  for (const phase of new Set(PCIT.prompts.flatMap(({ phases }) => phases))) {
    const keys = PCIT.prompts.filter(({ phases }) => phases.includes(phase)).flatMap(({ key }) => key ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => codeKeys.has(key))).toEqual([]);
  }
});
