import { captureRoom, type AnsweredSource } from '#client/live/device-check/captureFor.ts';
import type { RememberedDevices } from '#client/live/device-check/rememberedDevices.ts';
import { capture, listMediaDevices, onDevicesChanged } from '#client/media/capture.ts';
import { listenTo } from '#client/media/isReceivingSound.ts';
import { type LevelMeter, openLevelMeter } from '#client/media/levelMeter.ts';
import { openQualityReports } from '#client/media/openQualityReports.ts';
import { playTrack } from '#client/media/playTrack.ts';
import { openSessionMedia, type SessionMedia } from '#client/media/sessionMedia.ts';
import { playTone } from '#client/media/tone.ts';
import { listenForTone } from '#client/media/toneDetector.ts';
import type { Track } from '#shared/domain/audience.ts';
import type { DeviceKind } from '#shared/domain/people.ts';
import type { LiveSession } from '#client/api/liveSession.ts';
import type { FamilyMedia, FamilyMediaView } from './familyMedia.ts';
import type { TabMark } from './tabMark.ts';
import { captureOf, type Opened, openRoomCapture, ROOM_SOURCES, type RoomSource, stoppedIn } from './roomCapture.ts';

/** How much longer than its length a tone may take, in ms. It never ends in a browser that waits for a tap first. */
const TONE_PATIENCE_MS = 2_000;

const USUAL_OUTPUTS: readonly (string | undefined)[] = [undefined, '', 'default'];

/** What a family captures of its room. */
export type RoomTracks = {
  readonly camera: MediaStreamTrack | undefined;
  readonly microphone: MediaStreamTrack | undefined;
};

type BrowserMediaParts = {
  readonly live: LiveSession;
  /** The kind of device when its page opened. An ear is never asked for a camera or microphone. */
  readonly kind: DeviceKind;
  readonly chosen: RememberedDevices;
  /** Tracks that the device check captured. They are stopped here. */
  readonly checked: RoomTracks | undefined;
  /** Whether the family turned off camera and microphone, also before this page was loaded again. */
  readonly turnedOff: TabMark;
  readonly report: (error: unknown, doing: string) => void;
};

const SOURCE_OF = { camera: 'camera', microphone: 'room-microphone' } as const;

/** The real media of a family's device: this browser's camera and microphone, and the session's tracks. */
export function openBrowserMedia({ live, kind, chosen, checked, turnedOff, report }: BrowserMediaParts): FamilyMedia {
  const session = openSessionMedia({ ask: live.ask, listen: live.listen, report });
  const listeners = new Set<() => void>();
  const sink = chosen.outputDeviceId;
  let meter: LevelMeter | undefined;
  let isKnocking = false;
  let told = '';
  const room = openRoomCapture({
    open: openSource,
    list: async (source) => (await listMediaDevices())[source === 'camera' ? 'cameras' : 'microphones'],
    onDevicesChanged: window.isSecureContext ? onDevicesChanged : () => () => undefined,
    listen: listenTo,
    onTrack(source, track) {
      if (source === 'microphone') measure(track);
      if (takesPart(live)) void session.publish(SOURCE_OF[source], track);
    },
  });
  let view = look();

  function look(): FamilyMediaView {
    const { camera, microphone } = room.getSnapshot();
    return {
      ownPicture: camera?.is === 'works' ? camera.track : undefined,
      hasMicrophone: microphone?.is === 'works',
      isOff: camera?.is === 'off',
      stopped: stoppedIn(room.getSnapshot()),
      standing: session.standing.getSnapshot(),
      voiceStanding: session.voiceStanding.getSnapshot(),
      coachCamera: trackOf(session, 'coach-camera'),
      coachVoice: trackOf(session, 'coach-voice'),
    };
  }

  function change() {
    view = look();
    for (const listener of listeners) listener();
  }

  async function openRoom() {
    const taken = await captureRoom(chosen);
    room.adopt('camera', openedOf(taken.camera));
    room.adopt('microphone', openedOf(taken.microphone));
  }

  function measure(microphone: MediaStreamTrack) {
    meter?.close();
    meter = openLevelMeter(microphone);
  }

  /** Reports changes of what is captured. A lost report is sent again at the next change or join. */
  function tell() {
    const captured = captureOf(room.getSnapshot());
    const now = JSON.stringify(captured);
    if (captured === undefined || kind === 'ear' || !takesPart(live) || now === told) return;
    told = now;
    void live.ask('capture:report', captured).then(({ ok }) => {
      if (!ok && told === now) told = '';
    });
  }

  /** Sends what is captured, but only after this device was let in. */
  function publish() {
    if (!takesPart(live)) return;
    for (const source of ROOM_SOURCES) {
      const state = room.getSnapshot()[source];
      if (state !== undefined && 'track' in state) void session.publish(SOURCE_OF[source], state.track);
    }
  }

  function begin() {
    if (!takesPart(live)) return;
    void session.restart().catch((error: unknown) => report(error, 'starting media'));
    publish();
    told = '';
    tell();
  }

  const stops = [
    session.subscribe(change),
    session.standing.subscribe(change),
    session.voiceStanding.subscribe(change),
    room.subscribe(() => {
      tell();
      change();
    }),
    live.onJoined(begin),
    live.subscribe(() => {
      const wasKnocking = isKnocking;
      isKnocking = live.getSnapshot().self?.part === 'knocking';
      if (wasKnocking && !isKnocking) begin();
    }),
    openQualityReports(live.ask, session).close,
  ];
  if (kind !== 'ear') {
    if (turnedOff.isSet()) room.turnOff();
    else if (checked?.camera?.readyState === 'live' && checked.microphone?.readyState === 'live') {
      room.adopt('camera', { ok: true, track: checked.camera });
      room.adopt('microphone', { ok: true, track: checked.microphone });
    } else void openRoom();
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => view,
    level: () => meter?.level() ?? 0,
    playsOnUsualOutput: USUAL_OUTPUTS.includes(sink),
    captureAgain(again) {
      turnedOff.clear();
      return room.again(again);
    },
    turnOff() {
      turnedOff.set();
      room.turnOff();
      for (const source of ROOM_SOURCES) void session.unpublish(SOURCE_OF[source]);
    },

    play(track, volume, onNotSounding) {
      const playing = playTrack(track, {
        sinkId: sink,
        onBlocked: () => onNotSounding('blocked'),
        onOutputGone: () => onNotSounding('output-gone'),
        onPaused: () => onNotSounding('paused'),
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
      const { microphone } = room.getSnapshot();
      return microphone?.is === 'works' ? listenForTone(microphone.track, hz, ms).result : null;
    },

    close() {
      for (const stop of stops) stop();
      meter?.close();
      room.close();
      session.close();
      listeners.clear();
    },
  };
}

/** Whether this device was let into a running session. A session that is over has no media. */
function takesPart(live: LiveSession): boolean {
  const { connection, self, session } = live.getSnapshot();
  return connection === 'live' && self !== undefined && self.part !== 'knocking' && session.phase !== 'closed';
}

function trackOf(session: SessionMedia, track: Track): MediaStreamTrack | undefined {
  return session.getSnapshot().find((heard) => heard.track === track)?.mediaStreamTrack;
}

function openedOf(answered: AnsweredSource): Opened {
  return answered.is === 'refused' ? { ok: false, why: answered.why } : { ok: true, track: answered.track };
}

async function openSource(source: RoomSource, deviceId: string | undefined): Promise<Opened> {
  const isCamera = source === 'camera';
  const ids = isCamera ? { cameraId: deviceId } : { microphoneId: deviceId };
  const taken = await capture(isCamera ? 'room-picture' : 'room-sound', ids);
  if (!taken.ok) return taken;
  const track = isCamera ? taken.camera : taken.microphone;
  return track === undefined ? { ok: false, why: 'not-found' } : { ok: true, track };
}
