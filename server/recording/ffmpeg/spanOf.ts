import { createWebmSplitter } from '../store/webm/webmSplitter.ts';
import type { RecordedSpan } from '../recorder.ts';

/**
 * Reads a WebM stream, whose clock was 0 at `zeroAt`, as it arrives. Returns the span of what arrived so far, undefined
 * before the first picture or sound. Nothing more is read after a fault, which the store reports.
 */
export function spanOf(zeroAt: number): (bytes: Uint8Array) => RecordedSpan | undefined {
  const splitter = createWebmSplitter();
  let span: RecordedSpan | undefined;
  let isFaulty = false;

  return (bytes) => {
    if (isFaulty) return span;
    try {
      for (const event of splitter.push(bytes)) {
        if (event.is !== 'block') continue;
        const at = zeroAt + event.at;
        span = { from: Math.min(span?.from ?? at, at), to: Math.max(span?.to ?? at, at) };
      }
    } catch {
      isFaulty = true;
    }
    return span;
  };
}
