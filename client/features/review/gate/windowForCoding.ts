import { spansUntil } from '#shared/domain/codingWindow.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { isIndependent } from '#shared/session/review/reviewSight.ts';
import { leadAt, type SessionState, type SessionWindow, startOf } from '#shared/session/sessionState.ts';

/** Whether somebody can code a window blind, and if not, why. Rule REV1. */
export type WindowForCoding =
  | { readonly is: 'blind' | 'led' | 'seen' | 'unrecorded' }
  /** They finished coding it; `codes` is the number of codes they gave. */
  | { readonly is: 'coded'; readonly codes: number };

export function windowForCoding(state: SessionState, coder: ParticipantId, window: SessionWindow): WindowForCoding {
  const own = state.review.codings.findLast(
    (one) => one.coder === coder && one.windowId === window.windowId && one.finished,
  );
  if (own !== undefined) return { is: 'coded', codes: own.codes.filter(({ undone }) => !undone).length };
  if (!isRecorded(state, window)) return { is: 'unrecorded' };
  if (isIndependent(state, coder, window.windowId)) return { is: 'blind' };
  return { is: leadAt(state, startOf(window) ?? 0) === coder ? 'led' : 'seen' };
}

function isRecorded({ recording }: SessionState, window: SessionWindow): boolean {
  const rooms = recording.spans.filter(({ recorder }) => recorder === 'room');
  return spansUntil(window, 0).some(([begin, end]) => {
    return rooms.some(({ from, to = Infinity }) => from < end && to > begin);
  });
}
