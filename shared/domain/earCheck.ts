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

/**
 * Of what the room's microphones made of one tone, the one that counts; undefined stands for one that owes its answer. A
 * leak that any of them heard is a leak, and there is none only where each of them listened and heard none.
 */
export function leakOf(answers: readonly (Leak | undefined)[]): Leak {
  if (answers.includes('heard')) return 'heard';
  return answers.length > 0 && answers.every((leak) => leak === 'none') ? 'none' : 'not-measured';
}
