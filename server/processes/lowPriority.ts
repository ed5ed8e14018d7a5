import { constants, setPriority } from 'node:os';

/** Gives a process the lowest priority, so that no live session waits for it. Does nothing if the process has ended. */
export function lowPriority(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // The process has already ended.
  }
}
