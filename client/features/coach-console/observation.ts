import type { QuietSession } from '#client/live/quietView.ts';
import { wasCoded } from '#client/live/windowScore.ts';
import { findSituation, type Situation, situationsOf } from '#shared/domain/programmes/observation.ts';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import { isObservation } from '#shared/session/observing.ts';
import { currentWindow } from '#shared/session/sessionState.ts';

/**
 * The situations as they are offered for a caregiver: the next, the one after it and the next one's warm-up. Once all
 * were watched, each can be watched again.
 */
export function offeredSituations(
  session: QuietSession,
  programme: Programme,
  caregiverId: CaregiverId,
): readonly Situation[] {
  const open = openSituations(session, programme, caregiverId);
  const [next] = open;
  if (next === undefined) return situationsOf(programme);
  const warmUps = programme.observation?.situations.filter(({ warmUpFor }) => warmUpFor === next.id) ?? [];
  return [...open.slice(0, 2), ...warmUps];
}

/** The situations that a caregiver still has to come. */
export function openSituations(
  session: QuietSession,
  programme: Programme,
  caregiverId: CaregiverId,
): readonly Situation[] {
  return situationsOf(programme).filter(({ id }) => !wasCoded(session, caregiverId, id));
}

/** What is watched now, or what comes next and with whom; undefined once everything was, and in other sessions. */
export function situationNow(
  session: QuietSession,
  programme: Programme,
): { readonly situation: Situation; readonly caregiverId: CaregiverId; readonly isOn: boolean } | undefined {
  const window = currentWindow(session);
  if (window !== undefined) {
    const situation = findSituation(programme, window.kind);
    return situation && { situation, caregiverId: window.caregiverId, isOn: true };
  }
  if (!isObservation(session, programme)) return undefined;
  const { inPlay } = session;
  const inOrder = session.caregivers.toSorted(
    (a, b) => Number(b.caregiverId === inPlay) - Number(a.caregiverId === inPlay),
  );
  return inOrder.flatMap(({ caregiverId }) =>
    openSituations(session, programme, caregiverId).map((situation) => ({ situation, caregiverId, isOn: false })),
  )[0];
}
