import { describe, expect, test } from 'vitest';
import { countsForCoder, watchedOf } from './watched.ts';

const OPENED = new Date('2026-03-02T09:00:00Z');
const after = (ms: number) => ({ openedAt: OPENED, submittedAt: new Date(OPENED.getTime() + ms), lengthMs: 300_000 });

describe('[PRA3] whether a clip could have been watched to its end', () => {
  test.for([
    [0, 'part'],
    [299_999, 'part'],
    [300_000, 'whole'],
    [86_400_000, 'whole'],
    [-1_000, 'part'], // the server's clock was set back
  ] as const)('%d ms after it was opened: %s', ([ms, watched]) => {
    expect(watchedOf(after(ms))).toBe(watched);
  });

  test.for([
    ['whole', true],
    ['part', false],
    ['unknown', true],
  ] as const)('an attempt with the result %s counts for its coder: %s', ([watched, counts]) => {
    expect(countsForCoder({ watched })).toBe(counts);
  });
});
