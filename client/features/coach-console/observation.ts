import type { QuietSession } from '#client/live/quietView.ts';
import { wasCoded } from '#client/live/windowScore.ts';
import { findSituation, type Situation, situationsOf } from '#shared/domain/programs/observation.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import { isObservation } from '#shared/session/observing.ts';
import { currentWindow } from '#shared/session/sessionState.ts';

/** The situations offered for a caregiver. After the last one, all can be repeated. */
export function offeredSituations(
  session: QuietSession,
  program: Program,
  caregiverId: CaregiverId,
): readonly Situation[] {
  const open = openSituations(session, program, caregiverId);
  const [next] = open;
  if (next === undefined) return situationsOf(program);
  const warmUps = program.observation?.situations.filter(({ warmUpFor }) => warmUpFor === next.id) ?? [];
  return [...open.slice(0, 2), ...warmUps];
}

export function openSituations(
  session: QuietSession,
  program: Program,
  caregiverId: CaregiverId,
): readonly Situation[] {
  return situationsOf(program).filter(({ id }) => !wasCoded(session, caregiverId, id));
}

/** The current situation, or the next one and its caregiver. Undefined after the last, and in other sessions. */
export function situationNow(
  session: QuietSession,
  program: Program,
): { readonly situation: Situation; readonly caregiverId: CaregiverId; readonly isOn: boolean } | undefined {
  const window = currentWindow(session);
  if (window !== undefined) {
    const situation = findSituation(program, window.kind);
    return situation && { situation, caregiverId: window.caregiverId, isOn: true };
  }
  if (!isObservation(session, program)) return undefined;
  const { inPlay } = session;
  const inOrder = session.caregivers.toSorted(
    (a, b) => Number(b.caregiverId === inPlay) - Number(a.caregiverId === inPlay),
  );
  return inOrder.flatMap(({ caregiverId }) =>
    openSituations(session, program, caregiverId).map((situation) => ({ situation, caregiverId, isOn: false })),
  )[0];
}
