import { mayAttend } from '#shared/domain/attendance.ts';
import type { Handshake } from '#shared/protocol/contract.ts';
import type { Account } from '#shared/protocol/http.ts';
import { SessionId } from '#shared/protocol/ids.ts';
import type { DeviceRecord, Records, SessionRecord } from '#server/storage/records.ts';
import type { Auth } from './auth.ts';
import { readDeviceCookie } from './deviceCookie.ts';

/** Who a connection is, and the one session that it is for. */
export type Identity =
  | { readonly as: 'staff'; readonly account: Account; readonly session: SessionRecord }
  | { readonly as: 'device'; readonly device: DeviceRecord; readonly session: SessionRecord };

export type IdentifyPorts = {
  readonly auth: Pick<Auth, 'findAccount'>;
  readonly records: Pick<Records, 'findSession' | 'findDevice'>;
  readonly now: () => Date;
};

/** What a connection brings: its Cookie header, and what it says of itself. */
export type Claim = { readonly cookie: string | undefined; readonly handshake: Handshake };

/** Undefined where the cookie is missing or worth nothing, or the session is not theirs to attend. */
export type Identify = (claim: Claim) => Promise<Identity | undefined>;

/** Who somebody is comes from a cookie that no script can write; the handshake only says which of the two to go by. */
export function createIdentify({ auth, records, now }: IdentifyPorts): Identify {
  async function identifyStaff(cookie: string | undefined, claimed: string): Promise<Identity | undefined> {
    const account = await auth.findAccount(cookie);
    const sessionId = SessionId.safeParse(claimed);
    if (account === undefined || !sessionId.success) return undefined;
    const session = await records.findSession(sessionId.data);
    return session && mayAttend(account, session) ? { as: 'staff', account, session } : undefined;
  }

  async function identifyDevice(cookie: string | undefined): Promise<Identity | undefined> {
    const credential = readDeviceCookie(cookie);
    const device = credential === undefined ? undefined : await records.findDevice(credential, now());
    const session = device && (await records.findSession(device.sessionId));
    return device && session && { as: 'device', device, session };
  }

  return ({ cookie, handshake }) =>
    handshake.as === 'staff' ? identifyStaff(cookie, handshake.sessionId) : identifyDevice(cookie);
}
