/** A claimed delay above this is not believed: nobody codes what they hear later than this. */
export const MAX_HEARD_DELAY_MS = 3_000;

/** What a coder's press claims: session time of the press, and how old the sound was when it was heard. In ms. */
export type Press = { readonly pressedAt: number; readonly heardDelayMs: number };

/**
 * The session time at which the coded words were said (rule CLK2): the press, less the delay of what was played.
 * Whole ms, never before the session began and never later than now.
 */
export function momentHeard({ pressedAt, heardDelayMs }: Press, now: number): number {
  const delay = Math.min(Math.max(heardDelayMs, 0), MAX_HEARD_DELAY_MS);
  return Math.round(Math.min(Math.max(pressedAt - delay, 0), now));
}
