export const LEAKS = ['none', 'heard', 'not-measured'] as const;
export type Leak = (typeof LEAKS)[number];

type EarCheckResult = { readonly heardByCaregiver: boolean; readonly leak: Leak; readonly passed: boolean };

/** The microphone counts as having heard the tone if it is this many dB above the room. Rule EAR2, ours. */
export const LEAK_THRESHOLD_DB = 9;

/** Whether a measured tone leaked into the room. `undefined` means that nothing could be measured. */
export function judgeLeak(toneAboveRoomDb: number | undefined): Leak {
  if (toneAboveRoomDb === undefined) return 'not-measured';
  return toneAboveRoomDb >= LEAK_THRESHOLD_DB ? 'heard' : 'none';
}

/**
 * Passes only if the caregiver heard the tone and a room microphone listened without hearing it. Otherwise the whisper
 * stays closed until the lead coach overrides the check with a reason. Rule EAR1, ours.
 */
export function judgeEarCheck(heardByCaregiver: boolean, leak: Leak): EarCheckResult {
  return { heardByCaregiver, leak, passed: heardByCaregiver && leak === 'none' };
}

/** Over all room microphones for one tone (undefined: no answer yet): one leak is a leak, and "none" needs all. */
export function leakOf(answers: readonly (Leak | undefined)[]): Leak {
  if (answers.includes('heard')) return 'heard';
  return answers.length > 0 && answers.every((leak) => leak === 'none') ? 'none' : 'not-measured';
}
