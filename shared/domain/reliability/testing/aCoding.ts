import type { TimedCode } from '../alignCodes.ts';

/** For tests: what one coder gave, from `2.0 LP, 6.5 BD`, in seconds. */
export function aCoding(words: string): readonly TimedCode[] {
  if (words === '') return [];
  return words.split(', ').map((word) => {
    const [seconds, code = ''] = word.split(' ');
    return { at: Math.round(Number(seconds) * 1_000), code };
  });
}
