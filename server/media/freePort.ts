import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

const ATTEMPTS = 10;

/** A port of this address that is free now for both TCP and UDP. */
export async function freePort(ip: string): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = await portFreeForBoth(ip);
    if (port !== undefined) return port;
  }
  throw new Error(`No port of ${ip} is free for both TCP and UDP.`);
}

async function portFreeForBoth(ip: string): Promise<number | undefined> {
  const tcp = createServer().listen(0, ip);
  await once(tcp, 'listening');
  const { port } = tcp.address() as AddressInfo; // a TCP server's address is never the name of a pipe
  const udp = createSocket(ip.includes(':') ? 'udp6' : 'udp4');
  try {
    const bound = once(udp, 'listening');
    udp.bind(port, ip);
    await bound;
    return port;
  } catch {
    return undefined; // taken for UDP
  } finally {
    udp.close();
    tcp.close();
    await once(tcp, 'close');
  }
}
