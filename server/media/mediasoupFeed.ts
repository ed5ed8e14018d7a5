import type {
  Consumer,
  PlainTransport,
  Producer,
  ProducerTraceEventData,
  Router,
  RtpCapabilities as RouterCapabilities,
} from 'mediasoup/types';
import { z } from 'zod';
import { RtpParameters } from '#shared/protocol/media.ts';
import type { FedSource, Feed, FeedEnd, FeedTo } from './feed.ts';

/** Only a recorder on this machine receives feeds. */
const LOOPBACK = '127.0.0.1';

export type FeedSource = FeedTo & { readonly producer: Producer };

type Fed = FedSource & { readonly producer: Producer; readonly consumer: Consumer };

const PacketTrace = z.object({ rtpPacket: z.object({ timestamp: z.number() }) });

/** No retransmission and no bandwidth estimation: mediasoup's padding packets would look like lost ones. */
function recorderCapabilities({ codecs = [] }: RouterCapabilities): RouterCapabilities {
  return {
    headerExtensions: [],
    codecs: codecs
      .filter(({ mimeType }) => !mimeType.endsWith('/rtx'))
      .map((codec) => ({
        ...codec,
        rtcpFeedback: codec.rtcpFeedback?.filter(({ parameter }) => parameter === 'pli') ?? [],
      })),
  };
}

/** A plain transport and a paused consumer for each source. Rejects if one cannot be made, and then leaves nothing. */
export async function openMediasoupFeed(router: Router, sources: readonly FeedSource[]): Promise<Feed> {
  const transports: PlainTransport[] = [];
  const closeAll = () => {
    for (const transport of transports) transport.close();
  };
  try {
    const fed: Fed[] = [];
    for (const source of sources) {
      const transport = await openTransport(router, source.port);
      transports.push(transport);
      const consumer = await transport.consume({
        producerId: source.producer.id,
        rtpCapabilities: recorderCapabilities(router.rtpCapabilities),
        paused: true,
      });
      if (source.producer.closed) throw new Error('The sender stopped meanwhile.');
      const rtpParameters = RtpParameters.parse(JSON.parse(JSON.stringify(consumer.rtpParameters)));
      fed.push({ ...source, consumer, rtpParameters });
    }
    return feedOf(fed, closeAll);
  } catch (error) {
    closeAll();
    throw error;
  }
}

async function openTransport(router: Router, port: number): Promise<PlainTransport> {
  const listenInfo = { protocol: 'udp', ip: LOOPBACK } as const;
  const transport = await router.createPlainTransport({ listenInfo, rtcpMux: false, comedia: false });
  try {
    // The feed's own sender reports go to the recorder; mediasoup's go to a port where nobody listens.
    await transport.connect({ ip: LOOPBACK, port, rtcpPort: DISCARD_PORT });
    return transport;
  } catch (error) {
    transport.close();
    throw error;
  }
}

/** The port of the discard service, on this machine. */
const DISCARD_PORT = 9;

function feedOf(fed: readonly Fed[], closeAll: () => void): Feed {
  let isOver = false;
  let listener: (why: FeedEnd) => void = () => undefined;

  function end(why: FeedEnd) {
    if (isOver) return;
    isOver = true;
    closeAll();
    listener(why);
  }
  for (const { consumer } of fed) {
    consumer.on('producerclose', () => end('sender-changed'));
    consumer.on('transportclose', () => end('worker-died'));
  }

  return {
    sources: fed.map(({ source, port, rtpParameters }) => ({ source, port, rtpParameters })),

    watch(onPacket) {
      const stops = fed.map(({ source, producer }) => watchPackets(producer, (time) => onPacket(source, time)));
      return () => stops.forEach((stop) => stop());
    },

    start: async (source) => {
      await fed.find((one) => one.source === source)?.consumer.resume();
    },

    askForKeyFrame() {
      // It can close at any moment, and then needs no key frame.
      for (const { consumer } of fed) {
        if (consumer.kind === 'video' && !consumer.closed) consumer.requestKeyFrame().catch(() => undefined);
      }
    },

    onEnd: (next) => (listener = next),

    close() {
      isOver = true;
      closeAll();
    },
  };
}

function watchPackets(producer: Producer, onPacket: (rtpTimestamp: number) => void): () => void {
  const trace = ({ info }: ProducerTraceEventData) => {
    const packet = PacketTrace.safeParse(info);
    if (packet.success) onPacket(packet.data.rtpPacket.timestamp);
  };
  producer.on('trace', trace);
  setTrace(producer, ['rtp']);
  return () => {
    producer.off('trace', trace);
    if (producer.listenerCount('trace') === 0) setTrace(producer, []);
  };
}

/** A producer that is gone has nothing to trace. */
function setTrace(producer: Producer, types: 'rtp'[]) {
  if (!producer.closed) producer.enableTraceEvent(types).catch(() => undefined);
}
