/** A longer delay is not believed, in ms: nobody codes what they hear later than this. */
export const MAX_HEARD_DELAY_MS = 3_000;

/** What a coder's press claims: its session time, and the playback delay at that moment. In ms. */
export type Press = { readonly pressedAt: number; readonly heardDelayMs: number };

/** When the coded words were said: the press minus the playback delay, in whole ms within the session. Rule CLK2. */
export function momentHeard({ pressedAt, heardDelayMs }: Press, now: number): number {
  const delay = Math.min(Math.max(heardDelayMs, 0), MAX_HEARD_DELAY_MS);
  return Math.round(Math.min(Math.max(pressedAt - delay, 0), now));
}
