import { isIP } from 'node:net';
import { z } from 'zod';
import { isThisMachine } from './isThisMachine.ts';

const someTexts = z.string().transform((text) => text.split(',').map((one) => one.trim()));
const isHost = (text: string) => z.union([z.ipv4(), z.ipv6(), z.hostname()]).safeParse(text).success;

/** Where media are listened for. */
export const someListening = someTexts.refine(
  (addresses) => addresses.every((address) => isIP(address) !== 0 && !address.includes('%')),
  'must be IP addresses of this machine, with commas between them, like 0.0.0.0, ::',
);

/** Where browsers send their media: addresses that are not wildcards, or host names. */
export const someAnnounced = someTexts
  .refine(
    (hosts) => hosts.every(isHost),
    'must be IP addresses or host names, with commas between them, like 203.0.113.7 or media.clinic.example: no scheme, port or path',
  )
  .refine(
    (hosts) => !hosts.some((host) => host === '0.0.0.0' || host === '::'),
    'must be the addresses that browsers reach, not one that means all networks',
  );

type Set = {
  readonly MEDIA_LISTEN?: readonly string[] | undefined;
  readonly MEDIA_ADDRESS?: readonly string[] | undefined;
};

/**
 * `listen` is undefined for all networks. Where only this machine is served, media are as open as the pages: on HOST, and
 * announced there.
 */
export function mediaAddressesOf({ MEDIA_LISTEN, MEDIA_ADDRESS }: Set, host: string, onlyHere: boolean) {
  const here = isIP(host) === 6 ? '::1' : '127.0.0.1';
  const isEverywhere = host === '0.0.0.0' || host === '::';
  return {
    mediaListen: MEDIA_LISTEN ?? (onlyHere ? [host] : undefined),
    mediaAddresses: MEDIA_ADDRESS ?? [onlyHere && !isEverywhere ? host : here],
  };
}

/** Whether one of them may be reached by other machines. If none is set, only this machine is announced. */
export const reachOthers = (hosts: readonly string[] = ['127.0.0.1']): boolean =>
  hosts.some((host) => !isThisMachine(host));
