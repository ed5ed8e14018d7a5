import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, isIPv6, type AddressInfo } from 'node:net';

const ATTEMPTS = 10;

/** A port that is free now for both TCP and UDP, on all of these addresses. */
export async function freePort(...ips: readonly string[]): Promise<number> {
  const [first = '', ...others] = ips;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = await portFreeForBoth(first);
    const areFree = await Promise.all(others.map(async (ip) => (await portFreeForBoth(ip, port)) !== undefined));
    if (port !== undefined && !areFree.includes(false)) return port;
  }
  throw new Error(`No port of ${ips.join(' and ')} is free for both TCP and UDP.`);
}

/** That port of this address, or any, if it is free. */
async function portFreeForBoth(ip: string, wanted = 0): Promise<number | undefined> {
  const ipv6Only = isIPv6(ip);
  const tcp = createServer();
  const udp = createSocket({ type: ipv6Only ? 'udp6' : 'udp4', ipv6Only });
  try {
    const listening = once(tcp, 'listening');
    tcp.listen({ port: wanted, host: ip, ipv6Only });
    await listening;
    const { port } = tcp.address() as AddressInfo; // a TCP server's address is never the name of a pipe
    const bound = once(udp, 'listening');
    udp.bind(port, ip);
    await bound;
    return port;
  } catch {
    return undefined; // taken for one of them
  } finally {
    udp.close();
    await new Promise((closed) => tcp.close(closed));
  }
}
