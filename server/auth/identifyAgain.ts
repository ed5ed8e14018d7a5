import type { Role } from '#shared/domain/people.ts';
import { MAY_RETURN_FOR_MS } from '#shared/domain/returning.ts';
import { permits } from '#shared/domain/tie.ts';
import type { FamilyId, ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import type { AccessSubject } from '#server/storage/accessChanges.ts';
import type { Records } from '#server/storage/records.ts';
import type { Auth } from './auth.ts';
import type { SecondFactors } from './secondFactors.ts';
import type { Identity } from './identify.ts';
import type { ReturnCheck } from './returnCheck.ts';
import type { Ties } from './ties.ts';

/** Somebody who was let in, and on which grounds. What they were given ends when the grounds no longer hold. */
export type Admitted =
  | {
      readonly as: 'staff';
      readonly signInId: string;
      readonly userId: ParticipantId;
      readonly role: Role;
      /** The session that they must be allowed to attend. Undefined for what is of no session. */
      readonly sessionId: SessionId | undefined;
      /** The family that they must see, for what is of a whole family and of no session. */
      readonly familyId?: FamilyId | undefined;
      /** Whether they keep it after their sign-in has ended, as long as they may return to the session. Rule PER5. */
      readonly staysIn: boolean;
    }
  | { readonly as: 'device'; readonly deviceId: ParticipantId; readonly sessionId: SessionId };

/** Until when they may keep what they were given, as far as known now. Undefined if they may not anymore. Rule PER7. */
export type IdentifyAgain = (admitted: Admitted) => Promise<Date | undefined>;

type IdentifyAgainPorts = {
  readonly auth: Pick<Auth, 'findSignInById'>;
  readonly records: Pick<Records, 'findSession' | 'findDeviceById'>;
  readonly secondFactors: Pick<SecondFactors, 'missingFrom'>;
  readonly canReturn: ReturnCheck;
  readonly ties: Pick<Ties, 'watchesUntil' | 'tieOf'>;
  readonly now: () => Date;
};

export function createIdentifyAgain(ports: IdentifyAgainPorts): IdentifyAgain {
  const { auth, records, secondFactors, canReturn, ties, now } = ports;

  async function keepsUntil(
    sessionId: SessionId | undefined,
    participantId: ParticipantId,
    endsAt: Date,
  ): Promise<Date | undefined> {
    if (endsAt > now()) return endsAt;
    const endedAt = endsAt.getTime();
    if (sessionId === undefined || !(await canReturn(sessionId, { participantId, endedAt }))) return undefined;
    return new Date(endedAt + MAY_RETURN_FOR_MS);
  }

  return async (admitted) => {
    const session = admitted.sessionId && (await records.findSession(admitted.sessionId));
    if (admitted.sessionId !== undefined && session === undefined) return undefined;
    if (admitted.as === 'device') {
      const { deviceId, sessionId } = admitted;
      const device = await records.findDeviceById(deviceId);
      return device?.sessionId === sessionId ? keepsUntil(sessionId, deviceId, device.expiresAt) : undefined;
    }
    const { signInId, userId, role, sessionId, familyId, staysIn } = admitted;
    const signIn = await auth.findSignInById(signInId);
    if (signIn?.account.userId !== userId || signIn.account.role !== role) return undefined;
    if ((await secondFactors.missingFrom(signIn)) !== 'none') return undefined;
    if (familyId !== undefined && !permits(await ties.tieOf(signIn.account, familyId), 'see')) return undefined;
    const until = await keepsUntil(staysIn ? sessionId : undefined, userId, signIn.endsAt);
    if (session === undefined || until === undefined) return until;
    const tiedUntil = await ties.watchesUntil(signIn.account, session);
    return tiedUntil && (tiedUntil < until ? tiedUntil : until);
  };
}

/** Somebody at a live connection. */
export function admittedOf(identity: Identity): Admitted {
  const { sessionId } = identity.session;
  if (identity.as === 'device') return { as: 'device', deviceId: identity.device.deviceId, sessionId };
  const { userId, role } = identity.account;
  return { as: 'staff', signInId: identity.signInId, userId, role, sessionId, staysIn: true };
}

/** Whose changes may end this. */
export function subjectsOf(admitted: Admitted): readonly AccessSubject[] {
  const who: AccessSubject = admitted.as === 'staff' ? `person ${admitted.userId}` : `device ${admitted.deviceId}`;
  return admitted.sessionId === undefined ? [who] : [who, `session ${admitted.sessionId}`];
}
