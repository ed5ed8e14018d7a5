import { spawn } from 'node:child_process';
import { createWorker } from 'mediasoup';
import type { Producer } from 'mediasoup/types';
import type { Source } from '#shared/domain/audience.ts';
import { ok } from '#shared/protocol/reply.ts';
import { openMediasoupFeed } from '#server/media/mediasoupFeed.ts';
import { ROUTER_CODECS } from '#server/media/routerCodecs.ts';
import { findWorkerBinary } from '#server/media/workerBinary.ts';
import { findFfmpeg } from '../findFfmpeg.ts';
import type { RecorderJob } from '../recorder.ts';

const LOOPBACK = { protocol: 'udp', ip: '127.0.0.1' } as const;
const [VIDEO_SSRC, AUDIO_SSRC] = [1_111, 2_222];

export const ffmpeg = findFfmpeg(process.env);
export const workerBin = findWorkerBinary(process.env);

/** A family on a real worker: a moving picture and a tone, sent as RTP by an ffmpeg of its own. For tests, which close it. */
export async function startRtpFamily() {
  const worker = await createWorker({ workerBin: workerBin ?? '', logLevel: 'error' });
  const router = await worker.createRouter({ mediaCodecs: ROUTER_CODECS });

  async function send(kind: 'audio' | 'video') {
    const transport = await router.createPlainTransport({ listenInfo: LOOPBACK, rtcpMux: true, comedia: true });
    const codec =
      kind === 'video'
        ? { mimeType: 'video/VP8' as const, payloadType: 96, clockRate: 90_000 }
        : { mimeType: 'audio/opus' as const, payloadType: 111, clockRate: 48_000, channels: 2 };
    const ssrc = kind === 'video' ? VIDEO_SSRC : AUDIO_SSRC;
    const producer = await transport.produce({ kind, rtpParameters: { codecs: [codec], encodings: [{ ssrc }] } });
    const url = `rtp://127.0.0.1:${transport.tuple.localPort}?pkt_size=1200`;
    // Should whoever started it be killed, it ends by itself.
    return {
      producer,
      to: ['-t', '120', '-f', 'rtp', '-ssrc', `${ssrc}`, '-payload_type', `${codec.payloadType}`, url],
    };
  }

  const [video, audio] = [await send('video'), await send('audio')];
  // A key frame every half second: this sender hears nobody who asks for one.
  const sender = spawn(
    ffmpeg ?? '',
    [
      ...['-v', 'quiet', '-re', '-f', 'lavfi', '-i', 'testsrc=size=160x120:rate=15'],
      ...['-re', '-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000'],
      ...['-map', '0', '-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-g', '8', ...video.to],
      ...['-map', '1', '-c:a', 'libopus', '-ac', '2', ...audio.to],
    ],
    { stdio: 'ignore' },
  );
  const producers: Partial<Record<Source, Producer>> = {
    camera: video.producer,
    'room-microphone': audio.producer,
    voice: audio.producer,
  };

  const room: RecorderJob['room'] = {
    feed: async (_, to) => {
      const sources = to.flatMap(({ source, port }) => {
        const producer = producers[source];
        return producer ? [{ source, port, producer }] : [];
      });
      return ok(await openMediasoupFeed(router, sources));
    },
  };
  return {
    room,
    sound: audio.producer,
    killWorker: () => process.kill(worker.pid, 'SIGKILL'),
    close: () => {
      sender.kill('SIGKILL');
      worker.close();
    },
  };
}
