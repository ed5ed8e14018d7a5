import type { Producer, Transport } from 'mediasoup-client/types';
import type { Source } from '#shared/domain/audience.ts';
import { createQueue } from './createQueue.ts';
import { createLane, type Lane, type LaneParts } from './lane.ts';
import { SENDING_OPTIONS } from './sendingOptions.ts';

type SendLane = Pick<Lane, 'transport' | 'close'> & {
  /** Sends this track as this source from now on, over each new transport. Resolves after the first try. */
  publish(source: Source, track: MediaStreamTrack): Promise<void>;
  unpublish(source: Source): Promise<void>;
  restart(): Promise<void>;
};

/** Keeps what is sent on one plane equal to what was published. The caller owns the tracks; they are never stopped. */
export function createSendLane(parts: Omit<LaneParts, 'direction' | 'begin'>): SendLane {
  const { link } = parts;
  const published = new Map<Source, MediaStreamTrack>();
  const producers = new Map<Source, Producer>();
  const inTurn = createQueue();
  const lane = createLane({ ...parts, direction: 'send', begin: sendAll });

  async function sendAll() {
    await Promise.all([...published.keys()].map((source) => inTurn(() => bring(source))));
  }

  async function bring(source: Source) {
    const transport = lane.transport();
    const track = published.get(source);
    const producer = producers.get(source);
    if (!transport) return;
    if (!track) await stop(source, producer);
    else if (producer?.closed === false) await producer.replaceTrack({ track });
    else await produce(transport, source, track);
  }

  async function produce(transport: Transport, source: Source, track: MediaStreamTrack) {
    const keptByOwner = { stopTracks: false, disableTrackOnPause: false };
    const options = { ...SENDING_OPTIONS[source], ...keptByOwner, track, appData: { source } };
    try {
      producers.set(source, await transport.produce(options));
    } catch (error) {
      if (!transport.closed) link.report(error, `sending ${source}`);
    }
  }

  async function stop(source: Source, producer: Producer | undefined) {
    producer?.close();
    producers.delete(source);
    const reply = await link.ask('media:stop-producing', { source });
    if (!reply.ok) link.report(new Error(reply.error.message), `stopping ${source}`);
  }

  return {
    transport: lane.transport,
    async publish(source, track) {
      published.set(source, track);
      if (lane.transport()) await inTurn(() => bring(source));
      else await lane.open();
    },
    async unpublish(source) {
      published.delete(source);
      await inTurn(() => bring(source));
    },
    restart: async () => {
      if (published.size > 0) await lane.restart();
      else lane.close();
    },
    close: lane.close,
  };
}
