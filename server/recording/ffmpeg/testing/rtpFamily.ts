import { spawn, type ChildProcess } from 'node:child_process';
import { createWorker } from 'mediasoup';
import type { Producer } from 'mediasoup/types';
import type { Source } from '#shared/domain/audience.ts';
import { ParticipantId } from '#shared/protocol/ids.ts';
import { ok } from '#shared/protocol/reply.ts';
import type { MediaRoom } from '#server/media/mediaServer.ts';
import { openMediasoupFeed } from '#server/media/mediasoupFeed.ts';
import { ROUTER_CODECS } from '#server/media/routerCodecs.ts';
import { findWorkerBinary } from '#server/media/workerBinary.ts';
import { findFfmpeg } from '#server/processes/findFfmpeg.ts';

/** The participant id of this family's device. */
export const SENDER = ParticipantId.parse('parent-device');

const LOOPBACK = { protocol: 'udp', ip: '127.0.0.1' } as const;
/** The port of the discard service. */
const DISCARD_PORT = 9;
const [VIDEO_SSRC, AUDIO_SSRC] = [1_111, 2_222];

export const ffmpeg = findFfmpeg(process.env);
export const workerBin = findWorkerBinary(process.env);

export type RtpFamily = {
  readonly codec?: 'vp8' | 'h264';
  /** The sources that send from the start. The others can be sent later. */
  readonly size?: string;
  readonly sends?: readonly ('audio' | 'video')[];
};

const VIDEO_CODECS = {
  vp8: {
    codec: { mimeType: 'video/VP8' as const, payloadType: 96, clockRate: 90_000 },
    // A key frame every half second: this sender does not receive requests for one.
    encoder: ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-g', '8'],
  },
  h264: {
    codec: {
      mimeType: 'video/H264' as const,
      payloadType: 102,
      clockRate: 90_000,
      parameters: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 },
    },
    encoder: [
      ...['-c:v', 'libx264', '-profile:v', 'baseline', '-pix_fmt', 'yuv420p', '-preset', 'ultrafast'],
      ...['-tune', 'zerolatency', '-g', '8', '-bsf:v', 'dump_extra'],
    ],
  },
};

/**
 * A family on a real worker: a moving picture and a tone, sent as RTP by an ffmpeg of its own. For tests, which close
 * it.
 */
export async function startRtpFamily({ codec = 'vp8', size = '160x120', sends = ['audio', 'video'] }: RtpFamily = {}) {
  const worker = await createWorker({ workerBin: workerBin ?? '', logLevel: 'error' });
  const router = await worker.createRouter({ mediaCodecs: ROUTER_CODECS });
  const senders: ChildProcess[] = [];

  async function open(kind: 'audio' | 'video') {
    const transport = await router.createPlainTransport({ listenInfo: LOOPBACK, rtcpMux: true, comedia: true });
    const spoken =
      kind === 'video'
        ? VIDEO_CODECS[codec].codec
        : { mimeType: 'audio/opus' as const, payloadType: 111, clockRate: 48_000, channels: 2 };
    const ssrc = kind === 'video' ? VIDEO_SSRC : AUDIO_SSRC;
    const producer = await transport.produce({ kind, rtpParameters: { codecs: [spoken], encodings: [{ ssrc }] } });
    // Its sender reports go where nobody listens: the port next to this one may be another family's.
    const url = `rtp://127.0.0.1:${transport.tuple.localPort}?pkt_size=1200&rtcpport=${DISCARD_PORT}`;
    // If the process that started it is killed, it ends on its own.
    return {
      producer,
      to: ['-t', '120', '-f', 'rtp', '-ssrc', `${ssrc}`, '-payload_type', `${spoken.payloadType}`, url],
    };
  }

  const [video, audio] = [await open('video'), await open('audio')];

  function send(kind: 'audio' | 'video') {
    const args =
      kind === 'video'
        ? ['-re', '-f', 'lavfi', '-i', `testsrc=size=${size}:rate=15`, ...VIDEO_CODECS[codec].encoder, ...video.to]
        : [
            '-re',
            '-f',
            'lavfi',
            '-i',
            'sine=frequency=440:sample_rate=48000',
            '-c:a',
            'libopus',
            '-ac',
            '2',
            ...audio.to,
          ];
    senders.push(spawn(ffmpeg ?? '', ['-v', 'quiet', ...args], { stdio: 'ignore' }));
  }
  sends.forEach(send);

  const producers: Partial<Record<Source, Producer>> = {
    camera: video.producer,
    'room-microphone': audio.producer,
    voice: audio.producer,
  };

  const room: Pick<MediaRoom, 'feed' | 'received'> = {
    feed: async (_, to) => {
      const sources = to.flatMap(({ source, port }) => {
        const producer = producers[source];
        return producer ? [{ source, port, producer }] : [];
      });
      return ok(await openMediasoupFeed(router, sources));
    },
    received: async () => {
      const packets = async (producer: Producer) =>
        (await producer.getStats()).reduce((sum, { packetCount }) => sum + packetCount, 0);
      return [
        { from: SENDER, source: 'camera', packets: await packets(video.producer) },
        { from: SENDER, source: 'room-microphone', packets: await packets(audio.producer) },
      ];
    },
  };
  return {
    room,
    sound: audio.producer,
    picture: video.producer,
    send,
    killWorker: () => process.kill(worker.pid, 'SIGKILL'),
    close: () => {
      for (const sender of senders) sender.kill('SIGKILL');
      worker.close();
    },
  };
}
