import type { FamilyId, ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import { aVisitor, secretIn, type Visitor } from './visitor.ts';

/** A session of a family, with a device that opened its link. */
export type Planned = {
  readonly familyId: FamilyId;
  readonly sessionId: SessionId;
  readonly therapist: Visitor;
  readonly device: Visitor & { readonly deviceId: ParticipantId };
};

/** A new family with a session that begins now. */
export async function planSession(url: string, therapist: Visitor, name: string): Promise<Planned> {
  const family = { name, childInitials: 'Q.', caregiverNames: ['Nora', 'Jon'] };
  const { familyId } = await therapist.call('families:make', { body: family });
  const startsAt = new Date().toISOString();
  const { sessionId } = await therapist.call('sessions:make', { body: { familyId, startsAt } });
  return { familyId, sessionId, therapist, device: await inviteDevice(url, { therapist, sessionId }) };
}

/** Another device of the session's family. */
export async function inviteDevice(url: string, { therapist, sessionId }: Pick<Planned, 'therapist' | 'sessionId'>) {
  const link = await therapist.call('session-links:make', { sessionId });
  const device = aVisitor(url);
  const { deviceId } = await device.call('device:join', { body: { secret: secretIn(link.url) } });
  return { ...device, deviceId };
}
