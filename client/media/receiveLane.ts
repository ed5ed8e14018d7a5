import type { Consumer, ConsumerOptions } from 'mediasoup-client/types';
import type { NoticeOf } from '#shared/protocol/contract.ts';
import type { ConsumerId } from '#shared/protocol/ids.ts';
import type { createHeardTracks } from './heardTracks.ts';
import { capabilitiesOnWire } from './onWire.ts';
import { createLane, type Lane, type LaneParts } from './lane.ts';

type Consume = NoticeOf<'media:consume'>;

type ReceiveLaneParts = Omit<LaneParts, 'direction' | 'begin'> & {
  readonly heard: ReturnType<typeof createHeardTracks>;
};

/** Receives on one plane whatever the server says may be heard, and stops as soon as it says otherwise. */
export function createReceiveLane({
  heard,
  ...parts
}: ReceiveLaneParts): Pick<Lane, 'restart' | 'transport' | 'close'> {
  const { link, plane } = parts;
  const allowed = new Map<ConsumerId, Consumer | 'being made'>();
  const lane = createLane({ ...parts, direction: 'receive', begin: listen });
  const stopListening = [
    link.listen('media:consume', (notice) => {
      if (notice.plane === plane) void consume(notice);
    }),
    link.listen('media:unconsume', ({ consumerId }) => drop(consumerId)),
  ];

  async function listen() {
    const { recvRtpCapabilities } = await parts.device(plane, 'receive');
    const reply = await link.ask('media:listen', { plane, rtpCapabilities: capabilitiesOnWire(recvRtpCapabilities) });
    if (!reply.ok) throw new Error(reply.error.message);
  }

  async function consume(notice: Consume) {
    const transport = lane.transport();
    if (transport?.id !== notice.transportId) return; // for a transport that was given up
    allowed.set(notice.consumerId, 'being made');
    try {
      const consumer = await transport.consume(optionsFor(notice));
      if (allowed.has(notice.consumerId)) await take(notice, consumer);
      else consumer.close();
    } catch (error) {
      drop(notice.consumerId);
      if (!transport.closed) link.report(error, `receiving ${notice.track}`);
    }
  }

  async function take({ consumerId, track, from, kind }: Consume, consumer: Consumer) {
    allowed.set(consumerId, consumer);
    const { track: mediaStreamTrack } = consumer;
    heard.add({ consumerId, track, from, kind, plane, mediaStreamTrack, stats: () => consumer.getStats() });
    const reply = await link.ask('media:resume', { consumerId });
    // `not-found`: the track was closed meanwhile, and the notice that says so is on its way.
    if (!reply.ok && reply.error.code !== 'not-found') throw new Error(reply.error.message);
  }

  function drop(id: ConsumerId) {
    const consumer = allowed.get(id);
    allowed.delete(id);
    if (consumer !== 'being made') consumer?.close();
    heard.drop(({ consumerId }) => consumerId === id);
  }

  function dropAll() {
    for (const id of allowed.keys()) drop(id);
  }

  return {
    transport: lane.transport,
    restart() {
      dropAll();
      return lane.restart();
    },
    close() {
      for (const stop of stopListening) stop();
      dropAll();
      lane.close();
    },
  };
}

/** Tracks of one stream play in sync. A voice shares no stream with a picture, so that the picture cannot delay it. */
function optionsFor({ consumerId, producerId, kind, rtpParameters, from, plane }: Consume): ConsumerOptions {
  return { id: consumerId, producerId, kind, rtpParameters, streamId: `${from}-${plane}` };
}
