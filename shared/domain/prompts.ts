import type { Phase } from './phase.ts';

/** A prompt that reaches a caregiver later than this after it was sent is dropped, in ms. Rule PRM1. */
export const PROMPT_LIFETIME_MS = 5_000;

/** Whether a prompt sent at `sentAt` is still worth showing at `now`. Both are session times in ms. */
export function isFresh(sentAt: number, now: number): boolean {
  return now - sentAt <= PROMPT_LIFETIME_MS;
}

/** How long a prompt stays on the screen, in ms. Ours: long enough to read it twice from the floor. */
export const PROMPT_SHOWN_MS = 12_000;

/** A prompt from one of these phases still applies in the next, because its sequence continues. */
const FOLLOWED: readonly Phase[] = ['coding', 'coding-paused', 'coaching'];

/** Whether a prompt may stay when the phase changes. Coding starts without prompts. Rule PRM2. */
export function promptOutlives(from: Phase, to: Phase): boolean {
  return (
    from === to ||
    (to !== 'coding' && FOLLOWED.includes(from) && FOLLOWED.includes(to)) ||
    (from === 'coding-paused' && to === 'coding')
  );
}
