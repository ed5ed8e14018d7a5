/** What a room microphone reported about the tone: not heard, heard, or unable to listen. */
export const LEAKS = ['none', 'heard', 'not-measured'] as const;
export type Leak = (typeof LEAKS)[number];

type EarCheckResult = {
  readonly heardByCaregiver: boolean;
  readonly leak: Leak;
  readonly passed: boolean;
};

/** The microphone counts as having heard the tone if it is this many dB above the room. Rule EAR2, ours. */
export const LEAK_THRESHOLD_DB = 9;

/** Whether a measured tone leaked into the room. `undefined` means that nothing could be measured. */
export function judgeLeak(toneAboveRoomDb: number | undefined): Leak {
  if (toneAboveRoomDb === undefined) return 'not-measured';
  return toneAboveRoomDb >= LEAK_THRESHOLD_DB ? 'heard' : 'none';
}

/**
 * The ear check passes only if the caregiver heard the tone in the ear and the room microphone listened without hearing
 * it. If no microphone could listen, the whisper stays closed until the lead coach overrides the check with a reason.
 * Rule EAR1, ours.
 */
export function judgeEarCheck(heardByCaregiver: boolean, leak: Leak): EarCheckResult {
  return { heardByCaregiver, leak, passed: heardByCaregiver && leak === 'none' };
}

/**
 * The result over all room microphones for one tone; undefined stands for a microphone that has not answered. A leak at
 * any microphone is a leak. The result is "no leak" only if every microphone listened and heard nothing.
 */
export function leakOf(answers: readonly (Leak | undefined)[]): Leak {
  if (answers.includes('heard')) return 'heard';
  return answers.length > 0 && answers.every((leak) => leak === 'none') ? 'none' : 'not-measured';
}
