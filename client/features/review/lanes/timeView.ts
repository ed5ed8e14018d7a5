/** The span of session time in view, in ms. */
export type TimeView = { readonly from: number; readonly span: number };

/** The smallest span in view: two words per second are then well apart. In ms. */
export const CLOSEST_MS = 4_000;

/** Space before the first moment and after the last, as a share of the session. */
const MARGIN = 0.01;

/** The share of the view that stays free ahead of the playhead before the view moves on. */
const AHEAD = 0.1;

/** The whole session. */
export function wholeOf(endsAt: number): TimeView {
  const margin = endsAt * MARGIN;
  return { from: -margin, span: Math.max(endsAt + 2 * margin, CLOSEST_MS) };
}

/** A span with a margin. */
export function viewOf([from, to]: readonly [number, number], endsAt: number): TimeView {
  const around = (to - from) * 0.03;
  return within({ from: from - around, span: to - from + 2 * around }, endsAt);
}

/** Zooms in (`factor` < 1) or out. The moment `about` stays in place. */
export function zoom(view: TimeView, factor: number, about: number, endsAt: number): TimeView {
  const span = Math.min(Math.max(view.span * factor, CLOSEST_MS), wholeOf(endsAt).span);
  const share = (about - view.from) / view.span;
  return within({ from: about - share * span, span }, endsAt);
}

export function pan(view: TimeView, byMs: number, endsAt: number): TimeView {
  return within({ ...view, from: view.from + byMs }, endsAt);
}

/** A view that contains a moment: the same if it does already, otherwise moved so that the moment is near its start. */
export function follow(view: TimeView, at: number, endsAt: number): TimeView {
  const isInSight = at >= view.from && at <= view.from + view.span * (1 - AHEAD);
  return isInSight ? view : within({ ...view, from: at - view.span * AHEAD }, endsAt);
}

function within({ from, span }: TimeView, endsAt: number): TimeView {
  const whole = wholeOf(endsAt);
  const fitting = Math.min(Math.max(span, CLOSEST_MS), whole.span);
  const last = whole.from + whole.span - fitting;
  return { from: Math.min(Math.max(from, whole.from), last), span: fitting };
}

const STEPS_MS = [1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000];

/** The distance between the ruler's labels in ms, so that they are at least `apart` pixels from each other. */
export function rulerStep({ span }: TimeView, width: number, apart: number): number {
  const least = (apart / width) * span;
  return STEPS_MS.find((step) => step >= least) ?? 3_600_000;
}
