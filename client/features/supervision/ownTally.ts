import type { LiveView } from '#client/api/liveView.ts';
import { shownCodes } from '#client/api/shownCodes.ts';
import { lastCodedMoment } from '#client/live/windowScore.ts';
import { type Tally, tallyOf } from '#shared/domain/mastery.ts';
import { currentWindow, startOf } from '#shared/session/sessionState.ts';

/** How often somebody gave each code: in the current window, or since its end while the parent is coached. */
export function ownTally(view: Pick<LiveView, 'session' | 'self' | 'unsent'>): Tally {
  const { session, self } = view;
  const window = currentWindow(session);
  const since = window ? (startOf(window) ?? 0) : lastCodedMoment(session);
  const own = shownCodes(view).filter(
    ({ coder, undone, at, caregiverId }) =>
      coder === self?.participantId && !undone && at >= since && caregiverId === session.inPlay,
  );
  return tallyOf(own.map(({ code }) => code));
}
