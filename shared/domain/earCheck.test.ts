import { describe, expect, test } from 'vitest';
import { judgeEarCheck, judgeLeak, LEAK_THRESHOLD_DB, LEAKS, leakOf } from './earCheck.ts';

describe('the ear check', () => {
  test('[EAR1] passes only when the caregiver heard the tone and the room did not', () => {
    for (const heard of [true, false]) {
      for (const leak of LEAKS) expect(judgeEarCheck(heard, leak).passed).toBe(heard && leak === 'none');
    }
  });

  test.for([
    [undefined, 'not-measured'],
    [-5, 'none'],
    [LEAK_THRESHOLD_DB - 0.1, 'none'],
    [LEAK_THRESHOLD_DB, 'heard'],
  ] as const)('[EAR2] a tone %s dB above the room is: %s', ([db, leak]) => {
    expect(judgeLeak(db)).toBe(leak);
  });

  test('[EAR2] a leak at any microphone is a leak, and the result is open while one of them has not answered', () => {
    expect(leakOf(['none', 'heard'])).toBe('heard');
    expect(leakOf(['heard', 'not-measured'])).toBe('heard');
    expect(leakOf(['heard', undefined])).toBe('heard');
    expect(leakOf(['none', 'none'])).toBe('none');
    expect(leakOf(['none', 'not-measured'])).toBe('not-measured');
    expect(leakOf(['none', undefined])).toBe('not-measured');
    expect(leakOf([])).toBe('not-measured');
  });
});
