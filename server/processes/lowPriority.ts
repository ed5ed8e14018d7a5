import { constants, setPriority } from 'node:os';

/** Puts a process last in line for the processor, so that no live session waits for it. One that has ended is passed over. */
export function lowPriority(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already.
  }
}
