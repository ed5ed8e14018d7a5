/** What a coach must receive from the room to code in it. */
export const SENSES = ['picture', 'sound'] as const;
export type Sense = (typeof SENSES)[number];

/** How long no picture, or no sound, may arrive before it is a gap, in ms. Rule WIN4. */
export const LOST_AFTER_MS = 2_000;

/** How long the lead coach's page may be silent before it no longer counts as seeing, in ms. Rule WIN4. */
const PAGE_SILENT_AFTER_MS = 4_000;

/** A loss is dated at most this long before it was noticed, in ms. */
const NOTICED_WITHIN_MS = 30_000;

/** Where one sense is lost: at its source, by itself or because the family turned it off, on the way to the media server, or between there and the coach's screen. */
export const LOSSES = ['device-stopped', 'turned-off', 'not-arriving', 'not-shown', 'page-silent'] as const;
export type LossWhy = (typeof LOSSES)[number];

/** The measurements of one sense. All moments are session times and all durations are in ms. */
export type Measured = {
  /** Since when it can be measured: both the lead coach and the family are here. */
  readonly watchedSince: number;
  /** When the lead coach's page last presented a picture or played sound; undefined if it never did. */
  readonly shownAt: number | undefined;
  /** How old that was at the page's last report; Infinity if there was none. */
  readonly shownAgoMs: number;
  /** How long ago the page last reported. */
  readonly pageSilentMs: number;
  readonly arrivedAt: number;
  /** How long ago the last packet arrived, or how long the media server has not answered. */
  readonly notArrivingMs: number;
  /** Since when every device of the room has reported that it captures none, and why. */
  readonly stopped: { readonly since: number; readonly why: 'device-stopped' | 'turned-off' } | undefined;
};

type Judged =
  | { readonly is: 'seen' }
  | { readonly is: 'lost'; readonly since: number; readonly why: LossWhy }
  /** Too early to tell: the previous result stands. */
  | { readonly is: 'open' };

/**
 * Whether the lead coach has this sense of the room at a moment. Three things are required: the device captures it, it
 * reaches the media server, and the coach's page presents it. A loss begins with the last that arrived. Rule WIN4.
 */
export function judgeSight(measured: Measured, now: number): Judged {
  const { watchedSince, shownAt, shownAgoMs, pageSilentMs, arrivedAt, notArrivingMs, stopped } = measured;
  const lostAt = (at: number, why: LossWhy): Judged => {
    const since = Math.min(now, Math.max(at, watchedSince, now - NOTICED_WITHIN_MS, 0));
    return { is: 'lost', since, why };
  };
  const lastShown = shownAt ?? watchedSince;
  if (stopped !== undefined) return lostAt(stopped.since, stopped.why);
  if (notArrivingMs >= LOST_AFTER_MS) return lostAt(Math.min(arrivedAt, lastShown), 'not-arriving');
  if (pageSilentMs >= PAGE_SILENT_AFTER_MS) return lostAt(lastShown, 'page-silent');
  if (shownAt === undefined)
    return now - watchedSince >= LOST_AFTER_MS ? lostAt(watchedSince, 'not-shown') : { is: 'open' };
  return shownAgoMs >= LOST_AFTER_MS ? lostAt(lastShown, 'not-shown') : { is: 'seen' };
}
