/** What a coach must have of the room to code in it. */
export const SENSES = ['picture', 'sound'] as const;
export type Sense = (typeof SENSES)[number];

/** How long no picture, or no sound, may come before it is a gap, in ms. Rule WIN4. */
export const LOST_AFTER_MS = 2_000;

/** How long the page of the lead coach may say nothing before nobody takes it for seeing any more, in ms. Rule WIN4. */
export const PAGE_SILENT_AFTER_MS = 4_000;

/** No loss is dated further back than this from the moment at which it was noticed, in ms. */
export const NOTICED_WITHIN_MS = 30_000;

/** Where one sense is lost: at its source, on its way to the media server, or between there and the coach's screen. */
export const LOSSES = ['device-stopped', 'not-arriving', 'not-shown', 'page-silent'] as const;
export type LossWhy = (typeof LOSSES)[number];

/** What was measured of one sense. All moments are in session time, all durations in ms. */
export type Measured = {
  /** Since when it was there to be measured at all: both the lead coach and the family are here. */
  readonly watchedSince: number;
  /** When the lead coach's page last presented a picture or played a sound; undefined where it never did. */
  readonly shownAt: number | undefined;
  /** How long ago that was when the page said so last. Infinity where it never did. */
  readonly shownAgoMs: number;
  /** How long the page has said nothing. */
  readonly pageSilentMs: number;
  /** When packets of it last reached the media server. */
  readonly arrivedAt: number;
  /** How long none has, or the media server has not answered. */
  readonly notArrivingMs: number;
  /** Since when every device of the room has said that it captures none. */
  readonly stoppedSince: number | undefined;
};

export type Judged =
  | { readonly is: 'seen' }
  | { readonly is: 'lost'; readonly since: number; readonly why: LossWhy }
  /** Too early to say: what was said before stands. */
  | { readonly is: 'open' };

/**
 * Whether the lead coach has this sense of the room at a moment. It takes all three to be seen: the device captures it,
 * it reaches the media server, and the coach's page presents it. A loss is dated to the last that came. Rule WIN4.
 */
export function judgeSight(measured: Measured, now: number): Judged {
  const { watchedSince, shownAt, shownAgoMs, pageSilentMs, arrivedAt, notArrivingMs, stoppedSince } = measured;
  const lostAt = (at: number, why: LossWhy): Judged => {
    const since = Math.min(now, Math.max(at, watchedSince, now - NOTICED_WITHIN_MS, 0));
    return { is: 'lost', since, why };
  };
  const lastShown = shownAt ?? watchedSince;
  if (stoppedSince !== undefined) return lostAt(stoppedSince, 'device-stopped');
  if (notArrivingMs >= LOST_AFTER_MS) return lostAt(Math.min(arrivedAt, lastShown), 'not-arriving');
  if (pageSilentMs >= PAGE_SILENT_AFTER_MS) return lostAt(lastShown, 'page-silent');
  if (shownAt === undefined)
    return now - watchedSince >= LOST_AFTER_MS ? lostAt(watchedSince, 'not-shown') : { is: 'open' };
  return shownAgoMs >= LOST_AFTER_MS ? lostAt(lastShown, 'not-shown') : { is: 'seen' };
}
