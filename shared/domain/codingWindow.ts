import type { GapCause } from './gapCauses.ts';

/** A half-open span `[from, to)` of session time, in ms. */
export type Span = readonly [from: number, to: number];

/** A span of session time in which a window's clock was paused, open without `to`. Rules WIN3, WIN4. */
export type ClockStop = { readonly from: number; readonly to: number | undefined } & (
  { readonly why: 'time-out' } | { readonly why: 'gap'; readonly causes: readonly GapCause[] }
);

/** Coding went on during `spans` and, if defined, since `runningSince`; the clock ran in all of it except `stops`. */
export type CodingWindow = {
  readonly windowId: string;
  /** The treatment phase that is coded in the window. */
  readonly kind: string;
  readonly caregiverId: string;
  readonly lengthMs: number;
  readonly spans: readonly Span[];
  readonly runningSince: number | undefined;
  /** When the clock was paused although coding continued: a time-out, or a lost connection. In any order. */
  readonly stops: readonly ClockStop[];
  readonly finished: boolean;
};

/** A window can be assessed once this much of it was coded, in ms. Rule WIN1. */
export const ASSESSABLE_MS = 300_000;

/** Coded time at a moment, in ms: the time in which the clock ran, and never more than the length. Rule WIN1. */
export function codedMs(window: CodingWindow, now: number): number {
  const closed = spanSum(ranIn(window, window.spans));
  if (window.runningSince === undefined) return closed;
  const running = ranIn(window, [[window.runningSince, Math.max(now, window.runningSince)]]);
  return Math.min(closed + spanSum(running), window.lengthMs);
}

/** The session time at which a running window will be complete. Undefined while its clock is paused. */
export function completesAt(window: CodingWindow): number | undefined {
  if (window.runningSince === undefined) return undefined;
  let left = window.lengthMs - spanSum(ranIn(window, window.spans));
  for (const [from, to] of ranIn(window, [[window.runningSince, Infinity]])) {
    if (to - from >= left) return from + left;
    left -= to - from;
  }
  return undefined;
}

function spanSum(spans: readonly Span[]): number {
  return spans.reduce((sum, [from, to]) => sum + (to - from), 0);
}

/** These spans without the stops, and without any that are empty. */
function ranIn({ stops }: Pick<CodingWindow, 'stops'>, spans: readonly Span[]): readonly Span[] {
  const ran = spans.filter(([from, to]) => from < to);
  return stops.reduce<readonly Span[]>((left, stop) => left.flatMap((span) => without(span, stop)), ran);
}

function without([from, to]: Span, stop: ClockStop): readonly Span[] {
  const stopsAt = Math.min(Math.max(stop.from, from), to);
  const goesOnAt = Math.min(Math.max(stop.to ?? Infinity, from), to);
  const around: readonly Span[] = [
    [from, stopsAt],
    [Math.max(goesOnAt, stopsAt), to],
  ];
  return around.filter(([start, end]) => start < end);
}

/** Whether a code at this time counts in the window. Rule WIN2. */
export function countsIn(window: CodingWindow, at: number): boolean {
  return spansUntil(window, at).some(([from, to]) => at >= from && at < to);
}

/** When the clock ran, up to and including a moment, so that a press at this very moment counts. Rules WIN1, WIN2. */
export function spansUntil(window: CodingWindow, now: number): readonly Span[] {
  const { spans, runningSince } = window;
  if (runningSince === undefined || now < runningSince) return ranIn(window, spans);
  return ranIn(window, [...spans, [runningSince, Math.min(now + 1, completesAt(window) ?? Infinity)]]);
}

/** Pauses the window's clock, no later than at its full length. The server may have been down when that was reached. */
export function pauseWindow<W extends CodingWindow>(window: W, at: number): W {
  if (window.runningSince === undefined) return window;
  const stoppedAt = Math.min(Math.max(at, window.runningSince), completesAt(window) ?? Infinity);
  const span: Span = [window.runningSince, stoppedAt];
  return { ...window, spans: [...window.spans, span], runningSince: undefined };
}

export function resumeWindow<W extends CodingWindow>(window: W, at: number): W {
  return window.runningSince === undefined && !window.finished ? { ...window, runningSince: at } : window;
}

/** Ends the window for good. Stops that become known later do not change it. */
export function finishWindow<W extends CodingWindow>(window: W, at: number): W {
  // A stop that began when the window ended is left out.
  const stops = window.stops.map((stop) => ({ ...stop, to: stop.to ?? at })).filter(({ from, to }) => to > from);
  return { ...pauseWindow(window, at), stops, finished: true };
}
