import { countsIn } from '#shared/domain/codingWindow.ts';
import type { Stream } from '#shared/domain/programs/program.ts';
import type { CodeEntry, SessionWindow } from './sessionState.ts';

type Placed = Pick<CodeEntry, 'caregiverId' | 'heardAt'>;

/** The window in which a code counts: one of the code's caregiver whose clock ran then. Rule WIN2. */
export function windowOfCode(windows: readonly SessionWindow[], { caregiverId, heardAt }: Placed) {
  return windows.find((window) => window.caregiverId === caregiverId && countsIn(window, heardAt));
}

/** Whether a code is in no window's figures. Codes of the coach belong to the whole session. Rule WIN2. */
export function isOutside(windows: readonly SessionWindow[], code: Placed, stream: Stream | undefined): boolean {
  return stream !== 'coach' && windowOfCode(windows, code) === undefined;
}
