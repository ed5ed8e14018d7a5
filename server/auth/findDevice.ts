import type { DeviceRecord } from '#server/storage/deviceRecords.ts';
import type { Records } from '#server/storage/records.ts';
import { deviceCookie } from './deviceCookie.ts';
import type { ReturnCheck } from './returnCheck.ts';

/** The device that a Cookie header identifies. Undefined if its credential is unknown or has ended. */
export type FindDevice = (cookie: string | undefined) => Promise<DeviceRecord | undefined>;

type FindDevicePorts = {
  readonly records: Pick<Records, 'findDevice'>;
  readonly canReturn: ReturnCheck;
  readonly publicUrl: string;
  readonly now: () => Date;
};

/** A device is valid until the end of its day, and after that only for its session in progress. Rule PER5. */
export function createFindDevice({ records, canReturn, publicUrl, now }: FindDevicePorts): FindDevice {
  const credentialOf = deviceCookie(publicUrl).read;
  return async (cookie) => {
    const credential = credentialOf(cookie);
    const device = credential === undefined ? undefined : await records.findDevice(credential);
    if (device === undefined || device.expiresAt > now()) return device;
    const { deviceId: participantId, sessionId, expiresAt } = device;
    return (await canReturn(sessionId, { participantId, endedAt: expiresAt.getTime() })) ? device : undefined;
  };
}
