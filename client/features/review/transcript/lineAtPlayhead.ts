import type { TranscriptLine } from '#shared/session/review/transcriptLine.ts';

/** The last of these lines that has begun at this moment. Undefined if none has, or from `nextAt` on. */
export function lineAtPlayhead(lines: readonly TranscriptLine[], nextAt: number, now: number): string | undefined {
  if (now >= nextAt) return undefined;
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.at ?? Infinity) <= now) low = middle + 1;
    else high = middle;
  }
  return lines[low - 1]?.key;
}
