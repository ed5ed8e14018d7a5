import { isStrongEnough, type PasswordScore } from '#shared/domain/passwordStrength.ts';
import { inThread } from '#server/processes/inThread.ts';

/** A password, and words about its owner that an attacker would try. */
export type StrengthQuestion = { readonly password: string; readonly about: readonly string[] };

/** Whether a password that somebody chose is too easy to guess. Rule PER10. */
export async function isGuessable(question: StrengthQuestion): Promise<boolean> {
  const score = await inThread<PasswordScore>(new URL('./strengthWorker.ts', import.meta.url), question);
  return !isStrongEnough(score);
}
