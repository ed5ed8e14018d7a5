import { randomBytes } from 'node:crypto';
import { MEDIA_BUFFER_BYTES } from '#server/media/keptWorker.ts';
import type { PlainTransport, Router, RtpParameters, Worker } from 'mediasoup/types';

/** Where the packets of one stream go, and how they are marked. */
type Stream = {
  readonly port: number;
  readonly ssrc: number;
  readonly payloadType: number;
  readonly kind: 'audio' | 'video';
};

export type SyntheticSession = {
  readonly streams: readonly Stream[];
  /** How many packets have arrived. */
  readonly received: () => Promise<number>;
};

const HERE = { protocol: 'udp', ip: '127.0.0.1' } as const;
/** Its buffers are as large as those of the port that real sessions share. */
const AT_PORT = { ...HERE, recvBufferSize: MEDIA_BUFFER_BYTES, sendBufferSize: MEDIA_BUFFER_BYTES };
const OPUS = { mimeType: 'audio/opus', clockRate: 48_000, channels: 2 } as const;
const VP8 = { mimeType: 'video/VP8', clockRate: 90_000 } as const;
const [OPUS_TYPE, VP8_TYPE] = [111, 96];

/** A room whose picture and sound one coach receives, and a coach whose voice one ear receives. */
export async function openSyntheticSession(
  { room, voice }: { readonly room: Worker; readonly voice: Worker },
  { index, listenersAt }: { readonly index: number; readonly listenersAt: number },
): Promise<SyntheticSession> {
  const seen = await room.createRouter({
    mediaCodecs: [
      { kind: 'audio', preferredPayloadType: OPUS_TYPE, ...OPUS },
      { kind: 'video', preferredPayloadType: VP8_TYPE, ...VP8 },
    ],
  });
  const said = await voice.createRouter({
    mediaCodecs: [{ kind: 'audio', preferredPayloadType: OPUS_TYPE, ...OPUS }],
  });
  const ssrc = (stream: number) => 1_000_000 + 10 * index + stream;
  const all = [
    await openStream(seen, 'video', ssrc(0), listenersAt),
    await openStream(seen, 'audio', ssrc(1), listenersAt),
    await openStream(said, 'audio', ssrc(2), listenersAt),
  ];
  return {
    streams: all.map(({ stream }) => stream),
    async received() {
      const stats = await Promise.all(all.map(({ producer }) => producer.getStats()));
      return stats.flat().reduce((sum, { packetCount }) => sum + packetCount, 0);
    },
  };
}

async function openStream(router: Router, kind: 'audio' | 'video', ssrc: number, listenersAt: number) {
  const transport = await router.createPlainTransport({ listenInfo: AT_PORT, comedia: true, rtcpMux: true });
  const payloadType = kind === 'audio' ? OPUS_TYPE : VP8_TYPE;
  const codec = { ...(kind === 'audio' ? OPUS : VP8), payloadType };
  const rtpParameters: RtpParameters = { codecs: [codec], encodings: [{ ssrc }] };
  const producer = await transport.produce({ kind, rtpParameters });
  const listener = await openListener(router, listenersAt);
  await listener.consume({ producerId: producer.id, rtpCapabilities: router.rtpCapabilities });
  return { producer, stream: { port: transport.tuple.localPort, ssrc, payloadType, kind } satisfies Stream };
}

/** With SRTP, as every listener of ours. */
async function openListener(router: Router, port: number): Promise<PlainTransport> {
  const listener = await router.createPlainTransport({ listenInfo: AT_PORT, rtcpMux: true, enableSrtp: true });
  const keyBase64 = randomBytes(30).toString('base64');
  const srtpParameters = { cryptoSuite: 'AES_CM_128_HMAC_SHA1_80', keyBase64 } as const;
  await listener.connect({ ip: HERE.ip, port, srtpParameters });
  return listener;
}
