/** How hard a password is to guess, from 0 to 4: an estimate of the guesses that an attacker needs. */
export const PASSWORD_SCORES = [0, 1, 2, 3, 4] as const;
export type PasswordScore = (typeof PASSWORD_SCORES)[number];

/** From here on, a password is accepted: more than a hundred million guesses. Rule PER10. */
const LEAST_PASSWORD_SCORE: PasswordScore = 3;

export function isStrongEnough(score: PasswordScore): boolean {
  return score >= LEAST_PASSWORD_SCORE;
}
