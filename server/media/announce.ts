import { isIP } from 'node:net';
import type { IceCandidate } from 'mediasoup/types';

/** Keeps the priorities of several addresses apart, as RFC 8445 counts them. */
const STEP = 2 ** 8;

/**
 * A candidate for each announced address and protocol, the first address with the highest priority. mediasoup knows one
 * address for each socket, but several may lead to the same socket: a public one, and one within the clinic.
 */
export function announce(candidates: readonly IceCandidate[], announced: readonly string[]): IceCandidate[] {
  return (['udp', 'tcp'] as const).flatMap((protocol) =>
    announced.flatMap((address, at) => {
      const socket = candidates.find((one) => one.protocol === protocol && isIP(one.address) === isIP(address));
      return socket ? [{ ...socket, ip: address, address, priority: socket.priority - at * STEP }] : [];
    }),
  );
}
