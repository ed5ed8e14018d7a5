import { createSocket } from 'node:dgram';
import { once } from 'node:events';

const LOOPBACK = '127.0.0.1';
const ATTEMPTS = 50;

/** The ports that recorders of this server listen on or will listen on. */
const taken = new Set<number>();

type PortPairs = { readonly ports: readonly number[]; readonly free: () => void };

/** Finds, for each source, a free even UDP port of this machine whose next port is free too. */
export async function takePortPairs(count: number): Promise<PortPairs> {
  const ports: number[] = [];
  const free = () => ports.forEach((port) => taken.delete(port));
  for (let attempt = 0; attempt < ATTEMPTS && ports.length < count; attempt += 1) {
    const port = await freePair();
    if (port === undefined || taken.has(port)) continue;
    taken.add(port);
    ports.push(port);
  }
  if (ports.length === count) return { ports, free };
  free();
  throw new Error('No ports are free for a recorder.');
}

async function freePair(): Promise<number | undefined> {
  const first = await bind(0);
  if (first === undefined) return undefined;
  const { port } = first.address();
  const second = port % 2 === 0 ? await bind(port + 1) : undefined;
  first.close();
  second?.close();
  return second && port;
}

async function bind(port: number) {
  const socket = createSocket('udp4');
  try {
    const bound = once(socket, 'listening');
    socket.bind(port, LOOPBACK);
    await bound;
    return socket;
  } catch {
    socket.close();
    return undefined;
  }
}
