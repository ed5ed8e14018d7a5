import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { TrustsProxy } from './clientAddress.ts';
import { isLoopback } from './isLoopback.ts';

/**
 * Whether a request came from another machine without encryption: neither by our own https nor by a proxy that the clinic
 * named, which is where https ends. Rule WIR8.
 */
export function isUnencrypted({ socket }: Pick<IncomingMessage, 'socket'>, trustsProxy: TrustsProxy): boolean {
  // Undefined if the connection is already gone.
  const { remoteAddress: peer = '' } = socket;
  return !(socket instanceof TLSSocket || isLoopback(peer) || trustsProxy(peer, 0));
}
