import { randomBytes, randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Packets of one turn, and the pause after it in ms: a few thousand a second. */
const [AT_ONCE, PAUSE_MS] = [40, 8];
const TCP_CONNECTIONS = 10;

/** Starts of what media ports expect, each followed by anything: STUN, DTLS (a hello, and data), RTP, RTCP, and nothing. */
const STARTS: readonly (readonly number[])[] = [
  [0x00, 0x01, 0x00, 0x08, 0x21, 0x12, 0xa4, 0x42],
  [0x01, 0x01, 0x00, 0x0c, 0x21, 0x12, 0xa4, 0x42],
  [0x16, 0xfe, 0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0x00, 0x40, 0x01],
  [0x17, 0xfe, 0xfd, 0, 1, 0, 0, 0, 0, 0, 0, 0x00, 0x40],
  [0x80, 0x64],
  [0x90, 0xe4, 0xff, 0xff],
  [0x80, 0xc8, 0x00, 0x06],
  [0x81, 0xc9, 0xff, 0xff],
  [],
];
const LONGEST = 1_400;

function aPacket(): Buffer {
  return Buffer.from([...(STARTS[randomInt(STARTS.length)] ?? []), ...randomBytes(randomInt(1, LONGEST))]);
}

/** Over TCP, each packet follows its length, which need not be true. */
function aFrame(): Buffer {
  const packet = aPacket();
  const length = Buffer.alloc(2);
  length.writeUInt16BE(randomInt(2) === 0 ? packet.length : randomInt(0x1_0000));
  return Buffer.concat([length, packet]);
}

/** Sends broken and foreign packets to media ports until it is stopped. */
export function floodMedia(ports: readonly number[]) {
  const udp = createSocket('udp4').on('error', () => undefined);
  const tcp = ports.flatMap((port) =>
    Array.from({ length: TCP_CONNECTIONS }, () => connect(port, '127.0.0.1').on('error', () => undefined)),
  );
  let isOver = false;
  let sent = 0;

  async function run(): Promise<void> {
    while (!isOver) {
      for (let packet = 0; packet < AT_ONCE; packet += 1)
        udp.send(aPacket(), ports[packet % ports.length] ?? 0, '127.0.0.1');
      for (const socket of tcp) if (!socket.destroyed) socket.write(aFrame());
      sent += AT_ONCE;
      await pause(PAUSE_MS);
    }
    udp.close();
    for (const socket of tcp) socket.destroy();
  }
  const running = run();

  return {
    /** How many packets were sent so far. */
    sent: () => sent,
    stop(): Promise<void> {
      isOver = true;
      return running;
    },
  };
}
