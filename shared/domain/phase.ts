/** The phases of a live session, in the order of a session with one caregiver. */
export const PHASES = [
  'preparing',
  'waiting',
  'check-in',
  'coding',
  'coding-paused',
  'coaching',
  'feedback',
  'closed',
] as const;

export type Phase = (typeof PHASES)[number];

/** Whether a session has begun and is not finished. */
export function isLivePhase(phase: Phase): boolean {
  return phase !== 'preparing' && phase !== 'closed';
}
