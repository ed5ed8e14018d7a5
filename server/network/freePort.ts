import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, isIPv6 } from 'node:net';

/** Below those that systems give to whoever asks for any port, so that nobody gets one of these by accident. */
const [FIRST, LAST] = [16_384, 32_767];

const ATTEMPTS = 20;

/** A port that is free now for both TCP and UDP, on all of these addresses. */
export async function freePort(...ips: readonly string[]): Promise<number> {
  const [port = 0] = await freePorts(1, ...ips);
  return port;
}

/** That many ports in a row, each of which is free now for both TCP and UDP, on all of these addresses. */
export async function freePorts(count: number, ...ips: readonly string[]): Promise<readonly number[]> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const first = randomInt(FIRST, LAST + 2 - count);
    const ports = Array.from({ length: count }, (_, at) => first + at);
    const areFree = await Promise.all(ports.flatMap((port) => ips.map((ip) => isFree(ip, port))));
    if (!areFree.includes(false)) return ports;
  }
  throw new Error(`No ${count} ports in a row of ${ips.join(' and ')} are free for both TCP and UDP.`);
}

async function isFree(ip: string, port: number): Promise<boolean> {
  const ipv6Only = isIPv6(ip);
  const tcp = createServer();
  const udp = createSocket({ type: ipv6Only ? 'udp6' : 'udp4', ipv6Only });
  try {
    const listening = once(tcp, 'listening');
    tcp.listen({ port, host: ip, ipv6Only });
    await listening;
    const bound = once(udp, 'listening');
    udp.bind(port, ip);
    await bound;
    return true;
  } catch {
    return false; // taken for one of them
  } finally {
    udp.close();
    await new Promise((closed) => tcp.close(closed));
  }
}
