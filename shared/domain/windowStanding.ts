import type { ClockStop, CodingWindow } from './codingWindow.ts';
import type { GapCause } from './gapCauses.ts';

/** A gap is flagged from this length on, in ms. Rule WIN4. */
export const FLAGGED_GAP_MS = 10_000;
/** With more than this in total (ms), or more gaps than this, a window is void. Rule WIN4. */
export const VOID_GAP_MS = 60_000;
export const VOID_GAPS = 2;

/** Whether a window can be trusted, and why not. Rules WIN4, WIN5. */
export type WindowStanding = {
  readonly is: 'sound' | 'flagged' | 'void';
  /** The lead coach's own reason, if they made it void. */
  readonly why: 'gaps' | { readonly reason: string } | undefined;
  /** The causes of each of its gaps. */
  readonly gaps: readonly (readonly GapCause[])[];
  readonly gapMs: number;
};

type Judged = Pick<CodingWindow, 'stops' | 'spans' | 'runningSince'> & { readonly voided: string | undefined };

/** At a moment, from its gaps during coding and from what its lead coach said. */
export function windowStanding(window: Judged, now: number): WindowStanding {
  const gaps = window.stops
    .filter((stop) => stop.why === 'gap')
    .map((gap) => ({ causes: gap.causes, length: codingTimeIn(window, gap, now) }))
    .filter(({ length }) => length > 0);
  const gapMs = gaps.reduce((sum, { length }) => sum + length, 0);
  const found = { gaps: gaps.map(({ causes }) => causes), gapMs };
  if (window.voided !== undefined) return { is: 'void', why: { reason: window.voided }, ...found };
  if (gapMs > VOID_GAP_MS || gaps.length > VOID_GAPS) return { is: 'void', why: 'gaps', ...found };
  const isFlagged = gaps.some(({ length }) => length >= FLAGGED_GAP_MS);
  return isFlagged ? { is: 'flagged', why: 'gaps', ...found } : { is: 'sound', why: undefined, ...found };
}

function codingTimeIn({ spans, runningSince }: Judged, { from, to = Infinity }: ClockStop, now: number): number {
  const all = runningSince === undefined ? spans : [...spans, [runningSince, Math.max(now, runningSince)] as const];
  return all.reduce((sum, [start, end]) => sum + Math.max(0, Math.min(to, end) - Math.max(from, start)), 0);
}
