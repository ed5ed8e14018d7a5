/** A half-open stretch `[from, to)` of session time, in ms. */
export type Span = readonly [from: number, to: number];

/** A coding window: its clock has run in `spans`, and runs on since `runningSince` unless that is undefined. */
export type CodingWindow = {
  readonly windowId: string;
  /** The treatment phase it is coded in. */
  readonly kind: string;
  readonly caregiverId: string;
  readonly lengthMs: number;
  readonly spans: readonly Span[];
  readonly runningSince: number | undefined;
  readonly finished: boolean;
};

/** Rule WIN1: a window can be assessed when this much of it was coded. */
export const ASSESSABLE_MS = 300_000;

/** Coded time at a moment: the sum of the spans, and of the one still running; never more than the length. Rule WIN1. */
export function codedMs(window: CodingWindow, now: number): number {
  const closed = spanSum(window.spans);
  if (window.runningSince === undefined) return closed;
  return Math.min(closed + Math.max(0, now - window.runningSince), window.lengthMs);
}

/** Session time at which a running window will be complete, or undefined while its clock stands still. */
export function completesAt(window: CodingWindow): number | undefined {
  if (window.runningSince === undefined) return undefined;
  return window.runningSince + window.lengthMs - spanSum(window.spans);
}

function spanSum(spans: readonly Span[]): number {
  return spans.reduce((sum, [from, to]) => sum + (to - from), 0);
}

/** Whether something said at this time counts in the window. Rule WIN2. */
export function countsIn(window: CodingWindow, at: number): boolean {
  const { spans, runningSince } = window;
  if (spans.some(([from, to]) => at >= from && at < to)) return true;
  return runningSince !== undefined && at >= runningSince && at < (completesAt(window) ?? 0);
}

/** The stretches in which the clock has run up to a moment and at it: a press of this very moment counts. Rules WIN1, WIN2. */
export function spansUntil(window: CodingWindow, now: number): readonly Span[] {
  const { spans, runningSince } = window;
  if (runningSince === undefined || now < runningSince) return spans;
  return [...spans, [runningSince, Math.min(now + 1, completesAt(window) ?? now)]];
}

/** Stops the window's clock, at its full length at the latest: the server may have been away when it was reached. */
export function pauseWindow<W extends CodingWindow>(window: W, at: number): W {
  if (window.runningSince === undefined) return window;
  const stoppedAt = Math.min(Math.max(at, window.runningSince), completesAt(window) ?? at);
  const span: Span = [window.runningSince, stoppedAt];
  return { ...window, spans: [...window.spans, span], runningSince: undefined };
}

/** Lets the window's clock run on. */
export function resumeWindow<W extends CodingWindow>(window: W, at: number): W {
  return window.runningSince === undefined && !window.finished ? { ...window, runningSince: at } : window;
}

/** Ends the window for good. */
export function finishWindow<W extends CodingWindow>(window: W, at: number): W {
  return { ...pauseWindow(window, at), finished: true };
}
