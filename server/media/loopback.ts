import type { Source, Track } from '#shared/domain/audience.ts';
import type { ConsumerId, ParticipantId } from '#shared/protocol/ids.ts';
import { kindOf, planeOf, type Plane, type RtpCapabilities } from '#shared/protocol/media.ts';
import { fail, ok } from '#shared/protocol/reply.ts';
import { isMadeOf } from './isMadeOf.ts';
import type { MediaAnswers, SessionMediaPorts } from './mediaPorts.ts';
import type { MediaRoom } from './mediaServer.ts';

type LoopbackPorts = Pick<SessionMediaPorts, 'notify' | 'report'>;

/** A returned source has the name that it would have in a room. */
const TRACK_OF: { readonly [S in Source]: Track } = {
  camera: 'room-video',
  'room-microphone': 'room-audio',
  voice: 'coach-voice',
};

/** Returns one person's own picture and sound over the real media server, in a room of their own. Rule AUD1. */
export function openLoopback(room: MediaRoom, me: ParticipantId, { notify, report }: LoopbackPorts): MediaAnswers {
  const listening = new Map<Plane, RtpCapabilities>();
  const sent = new Map<Source, string>();
  const returned = new Map<string, ConsumerId>();
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(answer: () => Promise<T>): Promise<T> {
    const turn = last.then(answer);
    last = turn.catch(() => undefined);
    return turn;
  }

  /** Returns what is sent on a plane as soon as its sender can receive there: each producer once for each receiver. */
  async function returnAll(plane: Plane) {
    const capabilities = listening.get(plane);
    if (capabilities === undefined) return;
    for (const [source, producerId] of sent) {
      if (planeOf(source) !== plane || returned.has(producerId)) continue;
      const made = await room.consume(me, me, source, capabilities);
      if (!made.ok) {
        // Who has left meanwhile receives nothing any more.
        if (made.error.code !== 'not-found') report(new Error(made.error.message), `returning ${source}`);
        continue;
      }
      returned.set(producerId, made.value.consumerId);
      notify(me, 'media:consume', { ...made.value, plane, kind: kindOf(source), track: TRACK_OF[source], from: me });
    }
  }

  function forgetReturned(plane: Plane) {
    for (const [source, producerId] of sent) if (planeOf(source) === plane) returned.delete(producerId);
  }

  return {
    'media:capabilities': async () => ok(room.capabilities()),

    'media:open-transport': ({ plane, direction }) =>
      inTurn(async () => {
        if (direction === 'receive') listening.delete(plane);
        forgetReturned(plane);
        if (direction === 'send') for (const source of sent.keys()) if (planeOf(source) === plane) sent.delete(source);
        return room.openTransport(me, plane, direction);
      }),

    'media:connect-transport': ({ transportId, dtlsParameters }) =>
      room.connectTransport(me, transportId, dtlsParameters),

    'media:restart-ice': ({ transportId }) => room.restartIce(me, transportId),

    'media:produce': ({ transportId, source, rtpParameters }) =>
      inTurn(async () => {
        if (!isMadeOf(kindOf(source), rtpParameters)) return fail('invalid', `This is not ${kindOf(source)}.`);
        const produced = await room.produce(me, transportId, source, rtpParameters);
        if (!produced.ok) return produced;
        await room.setProducerOpen(me, source, true);
        sent.set(source, produced.value.producerId);
        await returnAll(planeOf(source));
        return produced;
      }),

    'media:stop-producing': ({ source }) =>
      inTurn(async () => {
        sent.delete(source);
        room.stopProducing(me, source);
        return ok(null);
      }),

    'media:listen': ({ plane, rtpCapabilities }) =>
      inTurn(async () => {
        listening.set(plane, rtpCapabilities);
        await returnAll(plane);
        return ok(null);
      }),

    'media:resume': async ({ consumerId }) =>
      [...returned.values()].includes(consumerId)
        ? room.resumeConsumer(consumerId)
        : fail('not-found', 'There is no such track.'),
  };
}
