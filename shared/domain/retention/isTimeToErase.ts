import { addDays } from '../course/days.ts';

/** The hours of the clinic's night, from the first up to the second. */
const NIGHT = [2, 5] as const;

type Situation = {
  /** The clinic's day and hour. */
  readonly today: string;
  readonly hour: number;
  /** The day on which it was last done to the end. */
  readonly lastOn: string | null;
  /** Whether somebody is in a session. */
  readonly isAnybodyIn: boolean;
};

/** Once a day: at night, or when nobody is in a session if the night before has passed without it. Rule RET5. */
export function isTimeToErase({ today, hour, lastOn, isAnybodyIn }: Situation): boolean {
  if (lastOn === today) return false;
  const isNight = hour >= NIGHT[0] && hour < NIGHT[1];
  const wasMissed = hour >= NIGHT[1] || lastOn === null || lastOn < addDays(today, -1);
  return isNight || (wasMissed && !isAnybodyIn);
}
