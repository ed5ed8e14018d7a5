import type { Participant } from '#shared/session/sessionState.ts';
import type { QuietSession } from './quietView.ts';

/** The devices of the family that are in the session now. */
export function familyDevices(session: QuietSession): readonly Participant[] {
  return Object.values(session.participants).filter(
    ({ device, present, admitted }) => device !== null && present && admitted,
  );
}

/** Devices that wait to be let in. */
export function knockingDevices(session: QuietSession): readonly Participant[] {
  return Object.values(session.participants).filter(
    ({ device, present, admitted, turnedAway }) => device !== null && present && !admitted && !turnedAway,
  );
}

/** Other staff who are present, apart from the lead coach. */
export function observers(session: QuietSession): readonly Participant[] {
  return Object.values(session.participants).filter(
    ({ device, present, participantId }) => device === null && present && participantId !== session.lead,
  );
}

/** The name of a caregiver of the family, or an empty string for none. */
export function caregiverName({ caregivers }: Pick<QuietSession, 'caregivers'>, id: string | null | undefined): string {
  return caregivers.find(({ caregiverId }) => caregiverId === id)?.name ?? '';
}
