/**
 * Sends the packets of synthetic sessions, in a process of its own: every 20 ms the sound of each, and 30 times a second a
 * picture of two packets. The streams are its argument, as JSON. Answers each line on its standard input with how many
 * packets it has sent; `on` and `off` start and stop it.
 */
import { createSocket } from 'node:dgram';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const TICK_MS = 10;
const SOUND_EVERY_TICKS = 2;
const SOUND_BYTES = 80;
const PICTURE_BYTES = 1_000;
const PACKETS_A_PICTURE = 2;
const RTP_HEADER = 12;
const CLOCKS = { audio: 48_000, video: 90_000 } as const;
const PICTURES_A_SECOND = 30;

const streams = z
  .array(z.object({ port: z.int(), ssrc: z.int(), payloadType: z.int(), kind: z.enum(['audio', 'video']) }))
  .parse(JSON.parse(process.argv[2] ?? ''))
  .map((stream) => ({ ...stream, seq: 0, packet: packetOf(stream) }));

function packetOf({ kind, ssrc }: { readonly kind: 'audio' | 'video'; readonly ssrc: number }): Buffer {
  const packet = Buffer.alloc(RTP_HEADER + (kind === 'audio' ? SOUND_BYTES : PICTURE_BYTES), 0x55);
  packet[0] = 0x80;
  packet.writeUInt32BE(ssrc, 8);
  // The start of a key frame of VP8, so that a listener gets it at once.
  if (kind === 'video') packet.set([0x10, 0x00], RTP_HEADER);
  return packet;
}

const socket = createSocket('udp4');
let [sent, tick, isOn, pictures] = [0, 0, false, 0];
const began = performance.now();

function send(stream: (typeof streams)[number], at: number, isLast: boolean) {
  const { packet, port, payloadType, kind } = stream;
  stream.seq = (stream.seq + 1) & 0xff_ff;
  packet[1] = payloadType | (isLast && kind === 'video' ? 0x80 : 0);
  packet.writeUInt16BE(stream.seq, 2);
  packet.writeUInt32BE(Math.round((at * CLOCKS[kind]) / 1_000) >>> 0, 4);
  socket.send(Buffer.from(packet), port, '127.0.0.1');
  sent += 1;
}

setInterval(() => {
  const now = performance.now() - began;
  // A timer that was late sends what it owes.
  for (; tick * TICK_MS < now; tick += 1) {
    const at = tick * TICK_MS;
    const isPicture = Math.floor((at * PICTURES_A_SECOND) / 1_000) > pictures;
    if (isPicture) pictures += 1;
    if (!isOn) continue;
    for (const stream of streams) {
      if (stream.kind === 'audio' && tick % SOUND_EVERY_TICKS === 0) send(stream, at, true);
      if (stream.kind !== 'video' || !isPicture) continue;
      for (let piece = 1; piece <= PACKETS_A_PICTURE; piece += 1) send(stream, at, piece === PACKETS_A_PICTURE);
    }
  }
}, TICK_MS);

createInterface({ input: process.stdin }).on('line', (line) => {
  if (line === 'on') isOn = true;
  if (line === 'off') isOn = false;
  console.log(sent);
});
