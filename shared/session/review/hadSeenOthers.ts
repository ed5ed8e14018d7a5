import { countsIn } from '#shared/domain/codingWindow.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { type CodeEntry, findParticipant, type SessionState, type SessionWindow } from '../sessionState.ts';
import { isIndependent } from './reviewSight.ts';

/**
 * Whether the coder of a code that arrives or is undone may have seen another's in its window. The arrival decides,
 * because the time of the press is only claimed. Rules REL9, REV2.
 */
export function hadSeenOthers(
  state: SessionState,
  { coder, byLead, caregiverId, heardAt }: Pick<CodeEntry, 'coder' | 'byLead' | 'caregiverId' | 'heardAt'>,
): boolean {
  return state.windows.some(
    (window) =>
      window.caregiverId === caregiverId &&
      isInSight(state, coder, window, byLead) &&
      countsIn(window, heardAt) &&
      (!byLead || isCodedByOthers(state, coder, window)),
  );
}

/** Codes that count are visible to everyone who is not blind. Observers' codes are hidden from the lead coach. */
function isInSight(state: SessionState, coder: ParticipantId, { windowId }: SessionWindow, byLead: boolean): boolean {
  if (state.phase === 'closed') return !isIndependent(state, coder, windowId);
  if (byLead && state.lead === coder) return false;
  return findParticipant(state, coder)?.saw.windows.includes(windowId) === true;
}

/** Whether a window has another coding besides its lead coach's. */
function isCodedByOthers({ codes, review }: SessionState, lead: ParticipantId, window: SessionWindow): boolean {
  const { windowId, caregiverId } = window;
  return (
    review.codings.some((one) => one.windowId === windowId && one.finished && one.coder !== lead) ||
    codes.some(
      (one) => !one.byLead && one.coder !== lead && one.caregiverId === caregiverId && countsIn(window, one.heardAt),
    )
  );
}
