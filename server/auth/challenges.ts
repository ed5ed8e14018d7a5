import { CHALLENGE_LASTS_MS } from '#shared/domain/secondFactor.ts';
import { makeSecret } from '#server/storage/secrets.ts';

/** Beyond this many, the oldest are forgotten. */
const MOST_REMEMBERED = 10_000;

/** Random values that somebody has to sign, or to bring back, each once and for one purpose. */
export type Challenges = {
  readonly make: (purpose: string) => string;
  /** False if it was not made for this purpose, was used already, or is too old. */
  readonly use: (challenge: string, purpose: string) => boolean;
};

/** In memory: a restart forgets, and whoever was about to sign begins again. */
export function createChallenges(now: () => Date): Challenges {
  const made = new Map<string, { readonly purpose: string; readonly until: number }>();

  return {
    make(purpose) {
      const challenge = makeSecret();
      made.set(challenge, { purpose, until: now().getTime() + CHALLENGE_LASTS_MS });
      const [oldest] = made.keys();
      if (made.size > MOST_REMEMBERED && oldest !== undefined) made.delete(oldest);
      return challenge;
    },
    use(challenge, purpose) {
      const found = made.get(challenge);
      if (found?.purpose !== purpose) return false;
      made.delete(challenge);
      return now().getTime() < found.until;
    },
  };
}
