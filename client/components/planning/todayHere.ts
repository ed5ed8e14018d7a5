import { toLocalInput } from './toLocalInput.ts';

/** Today in the reader's own calendar, as YYYY-MM-DD. */
export function todayHere(): string {
  return toLocalInput(new Date()).slice(0, 10);
}
