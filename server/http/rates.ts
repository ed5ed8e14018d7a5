/** How often one address may ask, per minute. */
const A_MINUTE = { timeWindow: '1 minute' };

/** Passwords and secrets: room for a clinic behind one address, and not for guessing. */
export const SIGN_INS = { ...A_MINUTE, max: 15 };

/** Links are 256 random bits, so this only spares the store. */
export const JOINS = { ...A_MINUTE, max: 60 };

/** A roomful of trainees behind one address; nobody codes a clip in seconds. */
export const PRACTICE_ATTEMPTS = { ...A_MINUTE, max: 30 };

export const ONCE_IN_A_WHILE = { ...A_MINUTE, max: 10 };

/** A caregiver who fills in two weeks, and no more than that. */
export const DIARY_ENTRIES = { ...A_MINUTE, max: 60 };
