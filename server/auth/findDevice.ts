import type { DeviceRecord, Records } from '#server/storage/records.ts';
import { readDeviceCookie } from './deviceCookie.ts';
import type { WhoReturns } from './whoReturns.ts';

/** The device that a Cookie header identifies. Undefined if its credential is unknown or has ended. */
export type FindDevice = (cookie: string | undefined) => Promise<DeviceRecord | undefined>;

type FindDevicePorts = {
  readonly records: Pick<Records, 'findDevice'>;
  readonly whoReturns: WhoReturns;
  readonly now: () => Date;
};

/** A device is good until the end of its day, and after that only for its session in progress. Rule PER5. */
export function createFindDevice({ records, whoReturns, now }: FindDevicePorts): FindDevice {
  return async (cookie) => {
    const credential = readDeviceCookie(cookie);
    const device = credential === undefined ? undefined : await records.findDevice(credential);
    if (device === undefined || device.expiresAt > now()) return device;
    const { deviceId: participantId, sessionId, expiresAt } = device;
    return (await whoReturns(sessionId, { participantId, endedAt: expiresAt.getTime() })) ? device : undefined;
  };
}
