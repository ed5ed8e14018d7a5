import type { Source } from '#shared/domain/audience.ts';
import { ConsumerId, TransportId, type ParticipantId } from '#shared/protocol/ids.ts';
import {
  planeOf,
  type Direction,
  type Plane,
  type RtpCapabilities,
  type RtpParameters,
} from '#shared/protocol/media.ts';
import { fail, ok } from '#shared/protocol/reply.ts';
import type { Feed, FeedEnd } from '../feed.ts';
import type { MediaRoom, Turn } from '../mediaServer.ts';

/** Sound or picture that reaches a listener: the consumer is resumed and the producer is open. */
export type Heard = { readonly from: ParticipantId; readonly source: Source; readonly to: ParticipantId };

/** Awaited before the fake answers a slow call. Tests use it to decide how long the call takes, or that it fails. */
export type Pace = (
  doing: 'openTransport' | 'produce' | 'consume' | 'feed' | 'setProducerOpen' | 'received',
) => Promise<void>;

type Transport = {
  readonly id: TransportId;
  readonly owner: ParticipantId;
  readonly plane: Plane;
  readonly direction: Direction;
};
type Producer = {
  readonly id: string;
  readonly transportId: TransportId;
  readonly owner: ParticipantId;
  readonly source: Source;
  readonly rtpParameters: RtpParameters;
  open: boolean;
};
type Consumer = {
  readonly id: ConsumerId;
  readonly producer: Producer;
  readonly transport: Transport;
  resumed: boolean;
};

/** The room of one session in a fake media server. */
export type FakeRoom = MediaRoom & {
  heard(onlyFlowing: boolean): readonly Heard[];
  fed(): readonly string[];
  lose(plane: Plane): void;
  setStill(from: ParticipantId, source: Source, isStill: boolean): void;
  turn(from: ParticipantId, turn: Turn): void;
};

type FakeFeed = {
  readonly producers: readonly Producer[];
  readonly flowing: Set<Source>;
  end: (why: FeedEnd) => void;
};

const CAPABILITIES: RtpCapabilities = { codecs: [], headerExtensions: [] };
const NO_TRANSPORT = fail('not-found', 'No such transport.');
const NO_PRODUCER = fail('not-found', 'No such producer.');

/** A room that moves nothing and remembers who would hear whom. */
export function createFakeRoom(nextId: (kind: string) => string, pace: Pace, onClose: () => void): FakeRoom {
  const transports = new Map<string, Transport>();
  const producers = new Map<string, Producer>();
  const consumers = new Map<string, Consumer>();
  const feeds = new Set<FakeFeed>();
  const lostListeners = new Set<(plane: Plane) => void>();
  const turnedListeners = new Set<() => void>();
  const turns = new Map<ParticipantId, Turn>();
  const drops = new Map<ParticipantId, number>();
  const packets = new Map<string, number>();
  /** Producers that exist and send nothing. */
  const still = new Set<string>();
  let closed = false;

  function transportOf(owner: ParticipantId, id: TransportId): Transport | undefined {
    const transport = transports.get(id);
    return transport?.owner === owner ? transport : undefined;
  }

  function findTransport(owner: ParticipantId, plane: Plane, direction: Direction): Transport | undefined {
    return [...transports.values()].find((t) => t.owner === owner && t.plane === plane && t.direction === direction);
  }

  function findProducer(owner: ParticipantId, source: Source): Producer | undefined {
    return [...producers.values()].find((producer) => producer.owner === owner && producer.source === source);
  }

  function closeTransports(gone: (transport: Transport) => boolean) {
    for (const transport of transports.values()) {
      if (!gone(transport)) continue;
      transports.delete(transport.id);
      for (const consumer of consumers.values()) if (consumer.transport === transport) consumers.delete(consumer.id);
      for (const producer of producers.values()) if (producer.transportId === transport.id) closeProducer(producer);
    }
  }

  function closeProducer(producer: Producer | undefined) {
    if (!producer) return;
    producers.delete(producer.id);
    endFeeds('sender-changed', (feed) => feed.producers.includes(producer));
    for (const consumer of consumers.values()) if (consumer.producer === producer) consumers.delete(consumer.id);
  }

  function endFeeds(why: FeedEnd, isEnding: (feed: FakeFeed) => boolean) {
    for (const feed of feeds) {
      if (isEnding(feed) && feeds.delete(feed)) feed.end(why);
    }
  }

  function openFeed(theirs: readonly (Producer & { readonly port: number })[]): Feed {
    const feed: FakeFeed = {
      producers: theirs.map(({ id }) => producers.get(id)).filter((one) => one !== undefined),
      flowing: new Set(),
      end: () => undefined,
    };
    feeds.add(feed);
    return {
      sources: theirs.map(({ source, port, rtpParameters }) => ({ source, port, rtpParameters })),
      watch: () => () => undefined,
      start: async (source) => void feed.flowing.add(source),
      askForKeyFrame: () => undefined,
      onEnd: (listener) => (feed.end = listener),
      close: () => feeds.delete(feed),
    };
  }

  return {
    capabilities: () => ({ room: CAPABILITIES, voice: CAPABILITIES }),

    async openTransport(owner, plane, direction) {
      const replace = () => closeTransports((t) => t.owner === owner && t.plane === plane && t.direction === direction);
      const dropsBefore = drops.get(owner);
      replace();
      await pace('openTransport');
      if (closed || drops.get(owner) !== dropsBefore) return NO_TRANSPORT;
      replace();
      const id = TransportId.parse(nextId('transport'));
      transports.set(id, { id, owner, plane, direction });
      return ok({
        transportId: id,
        iceParameters: { usernameFragment: id, password: id },
        iceCandidates: [],
        dtlsParameters: { fingerprints: [{ algorithm: 'sha-256', value: '00' }] },
      });
    },

    connectTransport: async (owner, id) => (transportOf(owner, id) ? ok(null) : NO_TRANSPORT),

    restartIce: async (owner, id) =>
      transportOf(owner, id) ? ok({ iceParameters: { usernameFragment: nextId('ice'), password: id } }) : NO_TRANSPORT,

    async produce(owner, id, source, rtpParameters) {
      await pace('produce');
      const transport = transportOf(owner, id);
      if (transport?.direction !== 'send' || transport.plane !== planeOf(source)) return NO_TRANSPORT;
      closeProducer(findProducer(owner, source));
      const producerId = nextId('producer');
      const open = source !== 'voice';
      producers.set(producerId, { id: producerId, transportId: id, owner, source, rtpParameters, open });
      return ok({ producerId });
    },

    stopProducing: (owner, source) => closeProducer(findProducer(owner, source)),

    async received() {
      await pace('received');
      const flowing = [...producers.values()].filter(({ id }) => !still.has(id));
      for (const { id } of flowing) packets.set(id, (packets.get(id) ?? 0) + 1);
      return [...producers.values()].map(({ id, owner, source }) => {
        return { from: owner, source, packets: packets.get(id) ?? 0 };
      });
    },

    turnOf: (owner, source) => (source === 'camera' ? (turns.get(owner) ?? 0) : 0),

    onTurned(listener) {
      turnedListeners.add(listener);
      return () => turnedListeners.delete(listener);
    },

    async setProducerOpen(owner, source, open) {
      const producer = findProducer(owner, source);
      if (producer) producer.open = open;
      await pace('setProducerOpen');
    },

    async consume(listener, from, source) {
      await pace('consume');
      const transport = findTransport(listener, planeOf(source), 'receive');
      const producer = findProducer(from, source);
      if (!transport || !producer) return NO_TRANSPORT;
      const consumerId = ConsumerId.parse(nextId('consumer'));
      consumers.set(consumerId, { id: consumerId, producer, transport, resumed: false });
      const { id: producerId, rtpParameters } = producer;
      return ok({ consumerId, producerId, transportId: transport.id, rtpParameters });
    },

    async resumeConsumer(id) {
      const consumer = consumers.get(id);
      if (!consumer) return fail('not-found', 'No such consumer.');
      consumer.resumed = true;
      return ok(null);
    },

    closeConsumer: (id) => consumers.delete(id),

    async feed(from, to) {
      await pace('feed');
      const theirs = to.flatMap(({ source, port }) => {
        const producer = findProducer(from, source);
        return producer ? [{ ...producer, port }] : [];
      });
      return theirs.length < to.length || theirs.length === 0 ? NO_PRODUCER : ok(openFeed(theirs));
    },

    dropParticipant(owner) {
      drops.set(owner, (drops.get(owner) ?? 0) + 1);
      closeTransports((transport) => transport.owner === owner);
    },

    onLost(listener) {
      lostListeners.add(listener);
      return () => lostListeners.delete(listener);
    },

    close() {
      closed = true;
      closeTransports(() => true);
      onClose();
    },

    heard: (onlyFlowing) =>
      [...consumers.values()]
        .filter(({ resumed, producer }) => !onlyFlowing || (resumed && producer.open))
        .map(({ producer, transport }) => ({ from: producer.owner, source: producer.source, to: transport.owner })),

    fed: () =>
      [...feeds].flatMap(({ producers: theirs, flowing }) =>
        theirs
          .filter(({ source, open }) => open && flowing.has(source))
          .map(({ owner, source }) => `${owner} ${source}`),
      ),

    setStill(from, source, isStill) {
      const id = findProducer(from, source)?.id;
      if (id === undefined) return;
      if (isStill) still.add(id);
      else still.delete(id);
    },

    turn(from, turn) {
      turns.set(from, turn);
      for (const listener of turnedListeners) listener();
    },

    lose(plane) {
      endFeeds('worker-died', (feed) => feed.producers.some(({ source }) => planeOf(source) === plane));
      closeTransports((transport) => transport.plane === plane);
      for (const listener of lostListeners) listener(plane);
    },
  };
}
