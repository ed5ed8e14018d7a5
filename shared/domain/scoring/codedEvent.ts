import type { Span } from '../codingWindow.ts';

/** Something that was coded and stands, at session time in ms. */
export type CodedEvent = {
  readonly at: number;
  readonly code: string;
  /** On a direct command: false where it was not positive, single, specific or fit for the child. Absent means true. */
  readonly effective?: boolean;
  /** On a command: a connection gap spoilt its sequence, so it counts nowhere. */
  readonly void?: boolean;
};

/** Events as scoring reads them: by time, and in the order given where times are equal. */
export function inOrder(events: readonly CodedEvent[]): readonly CodedEvent[] {
  return events.toSorted((one, other) => one.at - other.at);
}

/** Whether something said at this time lies in one of the stretches. Rule WIN2. */
export function liesIn(spans: readonly Span[], at: number): boolean {
  return spans.some(([from, to]) => at >= from && at < to);
}
