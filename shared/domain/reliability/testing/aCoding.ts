import type { TimedCode } from '../alignCodes.ts';

/** A coder's codes for tests, from text such as `2.0 LP, 6.5 BD` with times in seconds. */
export function aCoding(words: string): readonly TimedCode[] {
  if (words === '') return [];
  return words.split(', ').map((word) => {
    const [seconds, code = ''] = word.split(' ');
    return { at: Math.round(Number(seconds) * 1_000), code };
  });
}
