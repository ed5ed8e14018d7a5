/**
 * Sends the packets of synthetic sessions, in a process of its own: every 20 ms the sound of each, and 30 times a second a
 * picture of two packets. The streams are its argument, as JSON. Answers each line on its standard input with how many
 * packets it has sent; `on` and `off` start and stop it.
 */
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const TICK_MS = 5;
const RTP_HEADER = 12;
/** What each kind of stream sends, and how often. */
const KINDS = {
  audio: { clock: 48_000, bytes: 80, packets: 1, everyMs: 20 },
  video: { clock: 90_000, bytes: 1_000, packets: 2, everyMs: 1_000 / 30 },
} as const;
/** A packet may not change until the system has taken it. */
const BUFFERS = 16;

const Streams = z.array(
  z.object({ port: z.int(), ssrc: z.int(), payloadType: z.int(), kind: z.enum(['audio', 'video']) }),
);
const streams = await Promise.all(
  Streams.parse(JSON.parse(process.argv[2] ?? '')).map(async (stream) => ({
    ...stream,
    seq: 0,
    // Not all at the same moment, as the streams of people who do not know each other.
    dueAt: Math.random() * KINDS[stream.kind].everyMs,
    buffers: buffersOf(stream),
    socket: await socketTo(stream.port),
  })),
);
type Sending = (typeof streams)[number];

/** Connected, because Node else looks the address up for each packet. */
async function socketTo(port: number): Promise<Socket> {
  const socket = createSocket('udp4');
  socket.connect(port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

function buffersOf(stream: { readonly kind: 'audio' | 'video'; readonly ssrc: number }): readonly Buffer[] {
  return Array.from({ length: BUFFERS }, () => packetOf(stream));
}

function packetOf({ kind, ssrc }: { readonly kind: 'audio' | 'video'; readonly ssrc: number }): Buffer {
  const packet = Buffer.alloc(RTP_HEADER + KINDS[kind].bytes, 0x55);
  packet[0] = 0x80;
  packet.writeUInt32BE(ssrc, 8);
  // The start of a key frame of VP8, so that a listener gets it at once.
  if (kind === 'video') packet.set([0x10, 0x00], RTP_HEADER);
  return packet;
}

let [sent, isOn] = [0, false];
const began = performance.now();

function send(stream: Sending, isLast: boolean) {
  const { socket, payloadType, kind, buffers } = stream;
  stream.seq = (stream.seq + 1) & 0xff_ff;
  const packet = buffers[stream.seq % BUFFERS];
  if (packet === undefined) return;
  packet[1] = payloadType | (isLast && kind === 'video' ? 0x80 : 0);
  packet.writeUInt16BE(stream.seq, 2);
  packet.writeUInt32BE(Math.round((stream.dueAt * KINDS[kind].clock) / 1_000) >>> 0, 4);
  socket.send(packet);
  sent += 1;
}

setInterval(() => {
  const now = performance.now() - began;
  for (const stream of streams) {
    const { everyMs, packets } = KINDS[stream.kind];
    // A timer that was late sends what it owes.
    for (; stream.dueAt < now; stream.dueAt += everyMs) {
      if (!isOn) continue;
      for (let piece = 1; piece <= packets; piece += 1) send(stream, piece === packets);
    }
  }
}, TICK_MS);

createInterface({ input: process.stdin }).on('line', (line) => {
  if (line === 'on') isOn = true;
  if (line === 'off') isOn = false;
  console.log(sent);
});
