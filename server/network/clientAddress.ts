import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import ipaddr from 'ipaddr.js';

/** Whether this is the address of a proxy that the clinic named: only such a proxy is believed about its clients. */
export type TrustsProxy = (address: string, hop: number) => boolean;

/** Throws if one of them is not an IP address or a range like `10.0.0.0/8`. */
export function trustProxies(named: readonly string[]): TrustsProxy {
  return proxyAddr.compile([...named]);
}

/** The address that a request comes from, as HTTP sees it too: the last one that no trusted proxy vouches for. */
export function clientAddress(request: IncomingMessage, trustsProxy: TrustsProxy): string {
  // Undefined if the connection is already gone.
  const address = proxyAddr(request, trustsProxy) as string | undefined;
  return address ?? 'gone';
}

const SHARED_PARTS = 4;

/** What counts as one client: an IPv4 address, or the /64 network of an IPv6 address, which one household has whole. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  const network = parsed.parts.slice(0, SHARED_PARTS).map((part) => part.toString(16));
  return `${network.join(':')}::/64`;
}
