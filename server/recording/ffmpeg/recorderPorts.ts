import { randomInt } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

const LOOPBACK = '127.0.0.1';
const ATTEMPTS = 50;

/**
 * Operating systems and mediasoup choose ports above these for whoever asks for any port. One of theirs could be taken
 * by somebody else before ffmpeg listens on it.
 */
const [FIRST, PAST_LAST] = [7_000, 10_000];

/** Of four ports, ffmpeg listens on the first two. We hold the third, so that no other recorder tries these four. */
const STEP = 4;

type PortPairs = { readonly ports: readonly number[]; readonly free: () => void };

/** Finds, for each source, a free even UDP port of this machine whose next port is free too, and keeps it until `free`. */
export async function takePortPairs(count: number): Promise<PortPairs> {
  const pairs: Pair[] = [];
  const free = () => {
    for (const { guard } of pairs.splice(0)) guard.close();
  };
  for (let attempt = 0; attempt < ATTEMPTS * count && pairs.length < count; attempt += 1) {
    const pair = await takePair(STEP * randomInt(FIRST / STEP, PAST_LAST / STEP));
    if (pair !== undefined) pairs.push(pair);
  }
  if (pairs.length === count) return { ports: pairs.map(({ port }) => port), free };
  free();
  throw new Error('No ports are free for a recorder.');
}

type Pair = { readonly port: number; readonly guard: Socket };

async function takePair(port: number): Promise<Pair | undefined> {
  const guard = await bind(port + 2);
  if (guard === undefined) return undefined;
  const [first, second] = [await bind(port), await bind(port + 1)];
  first?.close();
  second?.close();
  if (first && second) return { port, guard };
  guard.close();
  return undefined;
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
