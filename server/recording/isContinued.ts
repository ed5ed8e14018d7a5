import type { RecordedSpan } from './recorder.ts';

/** How long a take may need to reach the first picture or sound of the one that replaces it, in ms. */
export const REACHES_WITHIN_MS = 2_000;

/**
 * Whether nothing is missing between what a take contains and what the one that replaces it does. The recorder of a
 * busy machine is late with what it has received. A source that sends nothing never gets there, so the wait is limited.
 * `waitedMs`: since the other take began. Rule RCD3.
 */
export function isContinued(own: RecordedSpan | undefined, next: RecordedSpan | undefined, waitedMs: number): boolean {
  return (own !== undefined && next !== undefined && own.to >= next.from) || waitedMs >= REACHES_WITHIN_MS;
}
