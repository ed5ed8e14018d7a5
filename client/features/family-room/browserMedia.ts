import { captureFor, type CapturedDevices } from '#client/components/device-check/captureFor.ts';
import type { RememberedDevices } from '#client/components/device-check/rememberedDevices.ts';
import { openLevelMeter } from '#client/media/levelMeter.ts';
import { openQualityReports } from '#client/media/openQualityReports.ts';
import { playTrack } from '#client/media/playTrack.ts';
import { openSessionMedia, type SessionMedia } from '#client/media/sessionMedia.ts';
import { playTone } from '#client/media/tone.ts';
import { listenForTone } from '#client/media/toneDetector.ts';
import type { Track } from '#shared/domain/audience.ts';
import type { DeviceKind } from '#shared/domain/people.ts';
import type { LiveSession } from '#client/api/liveSession.ts';
import type { FamilyMedia, FamilyMediaView } from './familyMedia.ts';

/** How much longer than it lasts a tone may take to end, in ms. A browser that wants a tap first never ends it. */
const TONE_PATIENCE_MS = 2_000;

const USUAL_OUTPUTS: readonly (string | undefined)[] = [undefined, '', 'default'];

/** What a family captures of its room. */
export type RoomTracks = {
  readonly camera: MediaStreamTrack | undefined;
  readonly microphone: MediaStreamTrack | undefined;
};

export type BrowserMediaParts = {
  readonly live: LiveSession;
  /** What this device was when its page opened. An ear is never asked for a camera or a microphone. */
  readonly kind: DeviceKind;
  readonly chosen: RememberedDevices;
  /** What the device check captured already. Ours to stop. */
  readonly checked: RoomTracks | undefined;
  readonly report: (error: unknown, doing: string) => void;
};

const NOTHING: RoomTracks = { camera: undefined, microphone: undefined };

/** The real media of a family's device: this browser's camera and microphone, and the session's tracks. */
export function openBrowserMedia({ live, kind, chosen, checked, report }: BrowserMediaParts): FamilyMedia {
  const session = openSessionMedia({ ask: live.ask, hear: live.hear, report });
  const listeners = new Set<() => void>();
  const sink = chosen.outputDeviceId;
  let room = NOTHING;
  let stopped: FamilyMediaView['stopped'];
  let meter: { readonly close: () => void } | undefined;
  let level = 0;
  let isKnocking = false;
  let isClosed = false;
  let view = look();

  function look(): FamilyMediaView {
    return {
      ownPicture: room.camera,
      hasMicrophone: room.microphone !== undefined,
      stopped,
      coachCamera: trackOf(session, 'coach-camera'),
      coachVoice: trackOf(session, 'coach-voice'),
    };
  }

  function change() {
    view = look();
    for (const listener of listeners) listener();
  }

  async function captureRoom(): Promise<boolean> {
    letGo();
    const taken = await captureFor('family', chosen);
    if (isClosed) {
      taken.close();
      return false;
    }
    adopt(tracksIn(taken));
    return stopped === undefined;
  }

  function adopt(tracks: RoomTracks) {
    room = tracks;
    stopped = missingIn(tracks);
    for (const track of [tracks.camera, tracks.microphone]) {
      track?.addEventListener('ended', () => noticeEnd(track));
    }
    meter = tracks.microphone && openLevelMeter(tracks.microphone, (now) => (level = now));
    publish();
    change();
  }

  /** A track only ends by itself when its device went away: ours are stopped without this event. */
  function noticeEnd(track: MediaStreamTrack) {
    if (track !== room.camera && track !== room.microphone) return;
    stopped = track === room.camera ? 'camera' : 'microphone';
    change();
  }

  function letGo() {
    meter?.close();
    level = 0;
    room.camera?.stop();
    room.microphone?.stop();
    room = NOTHING;
  }

  /** Sends what is captured, once this device was let in and not before. */
  function publish() {
    if (!isAdmitted(live)) return;
    if (room.camera) void session.publish('camera', room.camera);
    if (room.microphone) void session.publish('room-microphone', room.microphone);
  }

  function begin() {
    if (!isAdmitted(live)) return;
    void session.restart().catch((error: unknown) => report(error, 'starting media'));
    publish();
  }

  const stops = [
    session.subscribe(change),
    live.onJoined(begin),
    live.subscribe(() => {
      const wasKnocking = isKnocking;
      isKnocking = live.getSnapshot().self?.part === 'knocking';
      if (wasKnocking && !isKnocking) begin();
    }),
    openQualityReports(live.ask, () => session.stats()).close,
  ];
  if (kind !== 'ear') {
    if (checked && missingIn(checked) === undefined) adopt(checked);
    else void captureRoom();
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => view,
    level: () => level,
    playsOnUsualOutput: USUAL_OUTPUTS.includes(sink),
    captureAgain: captureRoom,

    play(track, volume, onNotSounding) {
      const playing = playTrack(track, {
        sinkId: sink,
        onBlocked: () => onNotSounding('blocked'),
        onOutputGone: () => onNotSounding('output-gone'),
      });
      playing.setVolume(volume);
      return { setVolume: (louder) => playing.setVolume(louder), stop: () => playing.close() };
    },

    async playTone(hz, ms) {
      const tone = playTone({ hz, ms, sinkId: sink });
      const patience = new Promise<'silent'>((resolve) => setTimeout(() => resolve('silent'), ms + TONE_PATIENCE_MS));
      const ended = await Promise.race([tone.done, patience]);
      tone.close();
      if (ended === 'silent') throw new Error('The browser did not play the tone');
    },

    async measureTone(hz, ms) {
      const { microphone } = room;
      return microphone?.readyState === 'live' ? listenForTone(microphone, hz, ms).result : null;
    },

    close() {
      isClosed = true;
      for (const stop of stops) stop();
      letGo();
      session.close();
      listeners.clear();
    },
  };
}

function isAdmitted(live: LiveSession): boolean {
  const { connection, self } = live.getSnapshot();
  return connection === 'live' && self !== undefined && self.part !== 'knocking';
}

function trackOf(session: SessionMedia, track: Track): MediaStreamTrack | undefined {
  return session.getSnapshot().find((heard) => heard.track === track)?.mediaStreamTrack;
}

function tracksIn({ camera, microphone }: CapturedDevices): RoomTracks {
  return {
    camera: camera.is === 'working' ? camera.track : undefined,
    microphone: microphone.is === 'working' ? microphone.track : undefined,
  };
}

function missingIn({ camera, microphone }: RoomTracks): 'camera' | 'microphone' | undefined {
  if (camera?.readyState !== 'live') return 'camera';
  return microphone?.readyState === 'live' ? undefined : 'microphone';
}
