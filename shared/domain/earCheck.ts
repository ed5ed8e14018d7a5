/** What the room microphone made of the tone: not there, there, or nobody could listen. */
export const LEAKS = ['none', 'heard', 'not-measured'] as const;
export type Leak = (typeof LEAKS)[number];

export type EarCheckResult = {
  readonly heardByCaregiver: boolean;
  readonly leak: Leak;
  readonly passed: boolean;
};

/** The tone must stand this far above the room, in dB, to count as heard by the room microphone. Rule EAR2, ours. */
export const LEAK_THRESHOLD_DB = 9;

/** Whether a measured tone leaked. `undefined` means that nothing could be measured. */
export function judgeLeak(toneAboveRoomDb: number | undefined): Leak {
  if (toneAboveRoomDb === undefined) return 'not-measured';
  return toneAboveRoomDb >= LEAK_THRESHOLD_DB ? 'heard' : 'none';
}

/**
 * The ear check passes only when the caregiver heard the tone in the ear and the room microphone listened and did not.
 * Where nobody could listen the whisper stays shut until the lead coach overrides it with a reason. Rule EAR1, ours.
 */
export function judgeEarCheck(heardByCaregiver: boolean, leak: Leak): EarCheckResult {
  return { heardByCaregiver, leak, passed: heardByCaregiver && leak === 'none' };
}

/** Of what two microphones made of one tone, the one that counts: a leak that anyone heard is a leak. */
export function worseLeak(one: Leak, other: Leak): Leak {
  if (one === 'heard' || other === 'heard') return 'heard';
  return one === 'none' || other === 'none' ? 'none' : 'not-measured';
}
