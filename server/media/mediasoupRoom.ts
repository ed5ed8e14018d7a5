import type { Consumer, Producer, ProducerVideoOrientation, WebRtcTransport } from 'mediasoup/types';
import type { Source } from '#shared/domain/audience.ts';
import { ConsumerId, TransportId, type ParticipantId } from '#shared/protocol/ids.ts';
import { kindOf, planeOf, RtpCapabilities, RtpParameters, type Direction, type Plane } from '#shared/protocol/media.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { allOrNone } from './allOrNone.ts';
import { announce } from './announce.ts';
import type { KeptWorker, OpenRouter } from './keptWorker.ts';
import type { MediaRoom, Turn } from './mediaServer.ts';
import { openMediasoupFeed, type FeedSource } from './mediasoupFeed.ts';

/** What one person holds. A transport in here belongs to that person. */
type Belongings = {
  readonly transports: Map<`${Plane} ${Direction}`, WebRtcTransport>;
  readonly producers: Map<Source, Producer>;
};

type RoomOptions = {
  /** The IP addresses that browsers are told to send to. */
  readonly announced: readonly string[];
  readonly report: (error: unknown, doing: string) => void;
};

const NO_TRANSPORT = fail('not-found', 'No such transport.');
const NO_PRODUCER = fail('not-found', 'No such producer.');

export async function openMediasoupRoom(
  workers: Readonly<Record<Plane, KeptWorker>>,
  { announced, report }: RoomOptions,
): Promise<MediaRoom> {
  // Both at once, so that either worker counts this room before another one is placed.
  const opening = { room: workers.room.openRouter(), voice: workers.voice.openRouter() };
  await allOrNone([opening.room, opening.voice], ({ router }) => router.close());
  const routers = { room: await opening.room, voice: await opening.voice };
  const belongings = new Map<ParticipantId, Belongings>();
  const consumers = new Map<ConsumerId, Consumer>();
  const turns = new WeakMap<Producer, Turn>();
  const lostListeners = new Set<(plane: Plane) => void>();
  const turnedListeners = new Set<() => void>();
  const stopWatching = [watchPlane('room'), watchPlane('voice')];
  let closed = false;

  function watchPlane(plane: Plane): () => void {
    return workers[plane].onReplaced(() => {
      reopen(plane).catch((error: unknown) => report(error, `re-opening the ${plane} plane of a room`));
    });
  }

  /** Everything on the plane closed itself when its worker died. */
  async function reopen(plane: Plane) {
    const router = await workers[plane].openRouter();
    if (closed) {
      router.router.close();
      return;
    }
    routers[plane] = router;
    lostListeners.forEach((listener) => listener(plane));
  }

  function belongingsOf(owner: ParticipantId): Belongings {
    const theirs = belongings.get(owner) ?? { transports: new Map(), producers: new Map() };
    if (!closed) belongings.set(owner, theirs);
    return theirs;
  }

  function transportOf(owner: ParticipantId, id: TransportId): WebRtcTransport | undefined {
    return [...(belongings.get(owner)?.transports.values() ?? [])].find((transport) => transport.id === id);
  }

  /** Awaits a call that can fail because of a client's parameters. */
  async function tried<T>(doing: string, transport: WebRtcTransport, trying: Promise<T>): Promise<Reply<T>> {
    try {
      const value = await trying;
      return transport.closed ? NO_TRANSPORT : ok(value);
    } catch (error) {
      if (transport.closed) return NO_TRANSPORT;
      report(error, doing);
      return fail('invalid', 'The media server does not accept this.');
    }
  }

  return {
    capabilities: () => ({ room: capabilitiesOf(routers.room), voice: capabilitiesOf(routers.voice) }),

    async openTransport(owner, plane, direction) {
      const { transports } = belongingsOf(owner);
      const slot = `${plane} ${direction}` as const;
      transports.get(slot)?.close();
      const transport = await createTransport(routers[plane]);
      if (!transport) return NO_TRANSPORT;
      if (belongings.get(owner)?.transports !== transports) {
        transport.close(); // its owner was dropped meanwhile
        return NO_TRANSPORT;
      }
      transports.get(slot)?.close();
      transports.set(slot, transport);
      transport.observer.on('close', () => forget(transports, slot, transport));
      const { iceParameters, dtlsParameters } = transport;
      const iceCandidates = announce(transport.iceCandidates, announced);
      return ok({ transportId: TransportId.parse(transport.id), iceParameters, iceCandidates, dtlsParameters });
    },

    async connectTransport(owner, id, dtlsParameters) {
      const transport = transportOf(owner, id);
      if (!transport) return NO_TRANSPORT;
      const connected = await tried('connecting a transport', transport, transport.connect({ dtlsParameters }));
      return connected.ok ? ok(null) : connected;
    },

    async restartIce(owner, id) {
      const transport = transportOf(owner, id);
      if (!transport) return NO_TRANSPORT;
      const restarted = await tried('restarting ICE', transport, transport.restartIce());
      return restarted.ok ? ok({ iceParameters: restarted.value }) : restarted;
    },

    async produce(owner, id, source, rtpParameters) {
      const { transports, producers } = belongingsOf(owner);
      const transport = transports.get(`${planeOf(source)} send`);
      if (transport?.id !== id) return NO_TRANSPORT;
      const producing = transport.produce({ kind: kindOf(source), rtpParameters, paused: source === 'voice' });
      const produced = await tried(`producing ${source}`, transport, producing);
      if (!produced.ok) return produced;
      const producer = produced.value;
      producers.get(source)?.close();
      producers.set(source, producer);
      producer.observer.on('close', () => forget(producers, source, producer));
      producer.observer.on('videoorientationchange', ({ rotation }: ProducerVideoOrientation) => {
        turns.set(producer, TURNS.find((turn) => turn === rotation) ?? 0);
        turnedListeners.forEach((listener) => listener());
      });
      return ok({ producerId: producer.id });
    },

    stopProducing: (owner, source) => belongings.get(owner)?.producers.get(source)?.close(),

    async received() {
      const all = [...belongings].flatMap(([from, { producers }]) =>
        [...producers].map(async ([source, producer]) => {
          const streams = await producer.getStats();
          return { from, source, packets: streams.reduce((sum, { packetCount }) => sum + packetCount, 0) };
        }),
      );
      return Promise.all(all);
    },

    turnOf(owner, source) {
      const producer = belongings.get(owner)?.producers.get(source);
      return (producer && turns.get(producer)) ?? 0;
    },

    onTurned(listener) {
      turnedListeners.add(listener);
      return () => turnedListeners.delete(listener);
    },

    async setProducerOpen(owner, source, open) {
      const producer = belongings.get(owner)?.producers.get(source);
      await (open ? producer?.resume() : producer?.pause());
    },

    async consume(listener, from, source, rtpCapabilities) {
      const transport = belongings.get(listener)?.transports.get(`${planeOf(source)} receive`);
      const producer = belongings.get(from)?.producers.get(source);
      if (!transport || !producer) return NO_TRANSPORT;
      // Audio is retransmitted only if a consumer asks for it. Everything starts paused until its listener is ready.
      const consuming = transport.consume({ producerId: producer.id, rtpCapabilities, enableRtx: true, paused: true });
      const consumed = await tried(`consuming ${source}`, transport, consuming);
      if (!consumed.ok) return consumed;
      const consumer = consumed.value;
      if (producer.closed) {
        consumer.close();
        return NO_PRODUCER;
      }
      const consumerId = ConsumerId.parse(consumer.id);
      consumers.set(consumerId, consumer);
      consumer.observer.on('close', () => consumers.delete(consumerId));
      const rtpParameters = RtpParameters.parse(asWire(consumer.rtpParameters));
      return ok({
        consumerId,
        producerId: producer.id,
        transportId: TransportId.parse(transport.id),
        rtpParameters,
      });
    },

    async resumeConsumer(id) {
      const consumer = consumers.get(id);
      if (!consumer) return fail('not-found', 'No such consumer.');
      await consumer.resume();
      return ok(null);
    },

    closeConsumer: (id) => consumers.get(id)?.close(),

    async feed(from, to) {
      const producers = belongings.get(from)?.producers;
      const sources = to.flatMap(({ source, port }): FeedSource[] => {
        const producer = producers?.get(source);
        return producer ? [{ source, port, producer }] : [];
      });
      const [first] = sources;
      if (!first || sources.length < to.length) return NO_PRODUCER;
      try {
        return ok(await openMediasoupFeed(routers[planeOf(first.source)].router, sources));
      } catch (error) {
        if (!sources.some(({ producer }) => producer.closed)) report(error, 'feeding a recorder');
        return NO_PRODUCER;
      }
    },

    dropParticipant(owner) {
      const theirs = belongings.get(owner);
      belongings.delete(owner);
      for (const transport of theirs?.transports.values() ?? []) transport.close();
    },

    onLost(listener) {
      lostListeners.add(listener);
      return () => lostListeners.delete(listener);
    },

    close() {
      closed = true;
      belongings.clear();
      stopWatching.forEach((stop) => stop());
      routers.room.router.close();
      routers.voice.router.close();
    },
  };
}

/** Creates a transport. Undefined if the router is gone because its room was closed or its worker died. */
async function createTransport({ router, webRtcServer }: OpenRouter): Promise<WebRtcTransport | undefined> {
  if (router.closed) return undefined;
  const making = router.createWebRtcTransport({ webRtcServer, preferUdp: true, enableSctp: false });
  return making.catch((error: unknown) => {
    if (router.closed) return undefined;
    throw error;
  });
}

const TURNS: readonly Turn[] = [0, 90, 180, 270];

function capabilitiesOf({ router }: OpenRouter): RtpCapabilities {
  return RtpCapabilities.parse(asWire(router.rtpCapabilities));
}

/** Removes keys with the value undefined, which mediasoup leaves and the wire does not allow. */
function asWire(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** Deletes a map entry, unless another has replaced it. */
function forget<K, V>(map: Map<K, V>, key: K, value: V) {
  if (map.get(key) === value) map.delete(key);
}
