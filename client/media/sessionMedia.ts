import type { Device, Transport } from 'mediasoup-client/types';
import type { Source } from '#shared/domain/audience.ts';
import { planeOf, type Direction, type Plane } from '#shared/protocol/media.ts';
import { createHeardTracks, type HeardTracks } from './heardTracks.ts';
import type { Lane } from './lane.ts';
import type { MediaLink } from './mediaLink.ts';
import { createMediaStanding, type MediaStandingStore } from './mediaStanding.ts';
import { offeredCapabilities } from './offeredCapabilities.ts';
import { createReceiveLane } from './receiveLane.ts';
import { createSendLane } from './sendLane.ts';

/** This client's media in one session. Its snapshot is what is heard and seen now. */
export type SessionMedia = HeardTracks & {
  /**
   * Starts, also on every new connection: drops everything, then listens and sends again, with the voice closed.
   * Failures are reported and retried.
   */
  restart(): Promise<void>;
  /** Sends a captured track as this source, instead of the previous one. Captured tracks are never stopped here. */
  publish(source: Source, track: MediaStreamTrack): Promise<void>;
  unpublish(source: Source): Promise<void>;
  /** Lets the published voice carry sound. Otherwise, and after every restart, it carries silence. */
  setVoiceEnabled(enabled: boolean): void;
  readonly standing: MediaStandingStore;
  /** State of the transport over which voices reach this page. */
  readonly voiceStanding: MediaStandingStore;
  /** State of the transport over which one's own voice leaves this page. */
  readonly ownVoiceStanding: MediaStandingStore;
  stats(): Promise<readonly RTCStatsReport[]>;
  /** Safe to call twice. */
  close(): void;
};

const PLANES: readonly Plane[] = ['room', 'voice'];

/** Opens nothing yet: call `restart` once the session is joined. */
export function openSessionMedia(link: MediaLink, makeDevice = makeBrowserDevice): SessionMedia {
  const heard = createHeardTracks();
  let devices = new Map<`${Plane} ${Direction}`, Promise<Device>>();
  let voice: MediaStreamTrack | undefined;
  let voiceEnabled = false;

  const standing = createMediaStanding(() => transportsNow().map(({ connectionState }) => connectionState));
  const voiceStanding = createMediaStanding(() => wayOf(lanes.voice.receive));
  const ownVoiceStanding = createMediaStanding(() => wayOf(lanes.voice.send));
  const changed = () => {
    standing.look();
    voiceStanding.look();
    ownVoiceStanding.look();
  };
  const lanesOf = (plane: Plane) => ({
    send: createSendLane({ link, device: deviceOf, plane, changed }),
    receive: createReceiveLane({ link, device: deviceOf, plane, heard, changed }),
  });
  const lanes = { room: lanesOf('room'), voice: lanesOf('voice') };
  const eachLane: readonly Pick<Lane, 'transport' | 'restart' | 'close'>[] = PLANES.flatMap((plane) => [
    lanes[plane].send,
    lanes[plane].receive,
  ]);
  const stopListening = link.listen('media:reset', ({ plane }) => {
    if (plane === 'voice') setVoiceEnabled(false);
    void Promise.all([lanes[plane].send.restart(), lanes[plane].receive.restart()]);
  });

  function wayOf(lane: Pick<Lane, 'transport'>) {
    const transport = lane.transport();
    return transport ? [transport.connectionState] : [];
  }

  function transportsNow(): readonly Transport[] {
    return eachLane.flatMap((lane) => lane.transport() ?? []);
  }

  function deviceOf(plane: Plane, direction: Direction): Promise<Device> {
    const name = `${plane} ${direction}` as const;
    const known = devices.get(name);
    if (known) return known;
    const mine = devices;
    const loading = loadDevice(plane, direction);
    mine.set(name, loading);
    loading.catch(() => mine.delete(name)); // the next attempt loads again
    return loading;
  }

  async function loadDevice(plane: Plane, direction: Direction): Promise<Device> {
    const capabilities = await link.ask('media:capabilities', {});
    if (!capabilities.ok) throw new Error(capabilities.error.message);
    const device = await makeDevice();
    await device.load({
      routerRtpCapabilities: offeredCapabilities(device.handlerName, direction, capabilities.value[plane]),
    });
    return device;
  }

  function setVoiceEnabled(enabled: boolean) {
    voiceEnabled = enabled;
    if (voice) voice.enabled = enabled;
  }

  /** The voice is sent as a copy: when the copy is silenced, level meters still read the captured track. */
  function copyVoice(track: MediaStreamTrack): MediaStreamTrack {
    dropVoice();
    voice = track.clone();
    voice.enabled = voiceEnabled;
    return voice;
  }

  function dropVoice() {
    voice?.stop();
    voice = undefined;
  }

  return {
    subscribe: heard.subscribe,
    getSnapshot: heard.getSnapshot,

    async restart() {
      setVoiceEnabled(false);
      devices = new Map();
      await Promise.all(eachLane.map((lane) => lane.restart()));
    },

    async publish(source, track) {
      await lanes[planeOf(source)].send.publish(source, source === 'voice' ? copyVoice(track) : track);
    },

    async unpublish(source) {
      if (source === 'voice') dropVoice();
      await lanes[planeOf(source)].send.unpublish(source);
    },

    setVoiceEnabled,

    standing,
    voiceStanding,
    ownVoiceStanding,
    stats: () => Promise.all(transportsNow().map((transport) => transport.getStats())),

    close() {
      stopListening();
      for (const lane of eachLane) lane.close();
      dropVoice();
    },
  };
}

/** The library is most of this layer's size, so it is loaded when it is needed. */
async function makeBrowserDevice(): Promise<Device> {
  const { Device: BrowserDevice } = await import('mediasoup-client');
  return BrowserDevice.factory();
}
