/** The stages of a live session, in the order a session with one caregiver meets them. */
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
