import { Device, FakeHandler, testFakeParameters } from 'mediasoup-client';
import type { Transport } from 'mediasoup-client/types';
import type { Ask, Listen } from '#client/api/ask.ts';
import type { Track } from '#shared/domain/audience.ts';
import type { CommandName } from '#shared/domain/permissions.ts';
import type { NoticeName, NoticeOf } from '#shared/protocol/contract.ts';
import { ConsumerId, ParticipantId, TransportId } from '#shared/protocol/ids.ts';
import { RtpCapabilities, RtpParameters, TransportParameters, type Plane } from '#shared/protocol/media.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';

/** A server and a browser's WebRTC in memory. Commands are recorded, and the test sends notices by hand. */
export function createFakeSfu() {
  const asked: string[] = [];
  const transports: Transport[] = [];
  const receiving = new Map<Plane, TransportId>();
  const listeners = new Map<NoticeName, Set<(notice: never) => void>>();
  const refusals = new Map<CommandName, Reply<never>>();
  let made = 0;

  const answers: Partial<Record<CommandName, (input: never) => unknown>> = {
    'media:capabilities': () => {
      const capabilities = RtpCapabilities.parse(testFakeParameters.generateRouterRtpCapabilities());
      return { room: capabilities, voice: capabilities };
    },
    'media:open-transport': ({ plane, direction }: { plane: Plane; direction: string }) => {
      const transportId = TransportId.parse(`transport-${++made}`);
      if (direction === 'receive') receiving.set(plane, transportId);
      return TransportParameters.parse({ ...testFakeParameters.generateTransportRemoteParameters(), transportId });
    },
    'media:produce': () => ({ producerId: `producer-${++made}` }),
    'media:restart-ice': () => ({ iceParameters: { usernameFragment: 'again', password: 'again' } }),
  };

  const ask = (async (name: CommandName, input: never) => {
    asked.push([name, ...Object.values(input).filter((value) => typeof value === 'string')].join(' '));
    await Promise.resolve();
    return refusals.get(name) ?? ok(answers[name]?.(input) ?? null);
  }) as Ask; // the type of the table does not connect names to answers

  const listen: Listen = (name, listener) => {
    const all = listeners.get(name) ?? new Set();
    listeners.set(name, all.add(listener));
    return () => all.delete(listener);
  };

  async function makeDevice(): Promise<Device> {
    const device = new Device({ handlerFactory: FakeHandler.createFactory(testFakeParameters) });
    device.observer.on('newtransport', (transport) => transports.push(transport));
    return device;
  }

  const receivingOn = (plane: Plane) => receiving.get(plane) ?? TransportId.parse('none');

  function tell<N extends NoticeName>(name: N, notice: NoticeOf<N>) {
    for (const listener of listeners.get(name) ?? []) listener(notice as never);
  }

  return {
    link: {
      ask,
      listen,
      report: (error: unknown, doing: string) => void asked.push(`failed ${doing}: ${String(error)}`),
    },
    makeDevice,
    asked,
    transports,
    tell,
    receivingOn,
    /** Notifies that a track may be heard, on the current receiving transport or another. */
    allow: (id: string, track: Track, plane: Plane, transportId = receivingOn(plane)) => {
      const codecMimeType = track === 'room-video' || track === 'coach-camera' ? 'video/VP8' : 'audio/opus';
      const { producerId, kind, rtpParameters } = testFakeParameters.generateConsumerRemoteParameters({
        codecMimeType,
      });
      tell('media:consume', {
        consumerId: ConsumerId.parse(id),
        producerId,
        transportId,
        plane,
        kind,
        track,
        from: ParticipantId.parse('lead'),
        rtpParameters: RtpParameters.parse(rtpParameters),
      });
    },
    refuse: (name: CommandName) => refusals.set(name, fail('timeout', 'No answer.')),
    answerAgain: (name: CommandName) => refusals.delete(name),
    /** Changes the connection state of the newest transport of this direction. */
    connectionOf: (direction: 'send' | 'recv', state: 'connected' | 'disconnected' | 'failed') => {
      const transport = transports.findLast((one) => one.direction === direction && !one.closed);
      if (transport?.handler instanceof FakeHandler) transport.handler.setConnectionState(state);
    },
  };
}

/** A captured track with only the members that the media layer and the library use. */
export function aTrack(kind: 'audio' | 'video'): MediaStreamTrack {
  const track = {
    kind,
    id: `track-${Math.random()}`,
    readyState: 'live',
    enabled: true,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    clone: () => aTrack(kind),
    stop() {
      track.readyState = 'ended';
    },
  };
  return track as unknown as MediaStreamTrack; // Node has no MediaStreamTrack
}
