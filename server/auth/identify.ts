import type { Handshake } from '#shared/protocol/contract.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import { type FamilyId, SessionId } from '#shared/protocol/ids.ts';
import type { DeviceRecord } from '#server/storage/deviceRecords.ts';
import type { Records } from '#server/storage/records.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import type { Auth } from './auth.ts';
import type { SecondFactors } from './secondFactors.ts';
import type { FindDevice } from './findDevice.ts';
import type { ReturnCheck } from './returnCheck.ts';
import type { Ties } from './ties.ts';

/** Who a connection is, and the one session that it is for. */
export type Identity =
  | {
      readonly as: 'staff';
      readonly account: Account;
      /** The sign-in that the connection depends on: the connection ends with it. */
      readonly signInId: string;
      readonly session: SessionRecord;
    }
  | { readonly as: 'device'; readonly device: DeviceRecord; readonly session: SessionRecord };

type IdentifyPorts = {
  readonly auth: Pick<Auth, 'findSignIn'>;
  readonly secondFactors: Pick<SecondFactors, 'missingFrom'>;
  readonly records: Pick<Records, 'findSession'>;
  readonly findDevice: FindDevice;
  readonly canReturn: ReturnCheck;
  readonly ties: Pick<Ties, 'mayWatch'>;
  readonly now: () => Date;
  /** Is told who was refused which session, for the audit. Rule ADT1. */
  readonly denied: (account: Account, session: Denied) => void;
};

type Denied = { readonly sessionId: SessionId; readonly familyId: FamilyId | null };

type Claim = { readonly cookie: string | undefined; readonly handshake: Handshake };

/**
 * Undefined if the cookie is missing or invalid, the sign-in lacks its second factor, or they may not open the session.
 * Rules PER2, PER5, PER11.
 */
export type Identify = (claim: Claim) => Promise<Identity | undefined>;

/**
 * A person's identity comes from a cookie that no script can write. The handshake only says which of the two cookies to
 * use.
 */
export function createIdentify(ports: IdentifyPorts): Identify {
  const { auth, secondFactors, records, findDevice, canReturn, ties, now, denied } = ports;

  async function identifyStaff(cookie: string | undefined, claimed: string): Promise<Identity | undefined> {
    const signIn = await auth.findSignIn(cookie);
    const sessionId = SessionId.safeParse(claimed);
    if (signIn === undefined || !sessionId.success) return undefined;
    if ((await secondFactors.missingFrom(signIn)) !== 'none') return undefined;
    const { account, signInId, endsAt } = signIn;
    const session = await records.findSession(sessionId.data);
    if (session === undefined || !(await ties.mayWatch(account, session))) {
      denied(account, { sessionId: sessionId.data, familyId: session?.familyId ?? null });
      return undefined;
    }
    const ended = { participantId: account.userId, endedAt: endsAt.getTime() };
    if (endsAt <= now() && !(await canReturn(sessionId.data, ended))) return undefined;
    return { as: 'staff', account, signInId, session };
  }

  async function identifyDevice(cookie: string | undefined): Promise<Identity | undefined> {
    const device = await findDevice(cookie);
    const session = device && (await records.findSession(device.sessionId));
    return device && session && { as: 'device', device, session };
  }

  return ({ cookie, handshake }) =>
    handshake.as === 'staff' ? identifyStaff(cookie, handshake.sessionId) : identifyDevice(cookie);
}
