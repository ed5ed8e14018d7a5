import type { Span } from '../codingWindow.ts';

/** A standing code, at session time in ms. */
export type CodedEvent = {
  readonly at: number;
  readonly code: string;
  /** On a direct command: false if it was not positive, single, specific or right for the child. Absent means true. */
  readonly effective?: boolean;
  /** On a command: a connection gap interrupted its sequence, so it counts nowhere. */
  readonly void?: boolean;
};

/** Events in scoring order: by time, and in the given order at equal times. */
export function inOrder(events: readonly CodedEvent[]): readonly CodedEvent[] {
  return events.toSorted((one, other) => one.at - other.at);
}

/** Whether a time lies in one of the spans. Rule WIN2. */
export function liesIn(spans: readonly Span[], at: number): boolean {
  return spans.some(([from, to]) => at >= from && at < to);
}
