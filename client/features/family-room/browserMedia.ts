import { capture, type Captured, type ChosenDevices } from '#client/media/capture.ts';
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

export type BrowserMediaParts = {
  readonly live: LiveSession;
  /** What this device was when its page opened. An ear is never asked for a camera or a microphone. */
  readonly kind: DeviceKind;
  readonly chosen: ChosenDevices & { readonly speakerId?: string | undefined };
  readonly report: (error: unknown, doing: string) => void;
};

type Working = Extract<Captured, { ok: true }>;

/** The real media of a family's device: this browser's camera and microphone, and the session's tracks. */
export function openBrowserMedia({ live, kind, chosen, report }: BrowserMediaParts): FamilyMedia {
  const session = openSessionMedia({ ask: live.ask, hear: live.hear, report });
  const listeners = new Set<() => void>();
  const captures = kind !== 'ear';
  let captured: Working | undefined;
  let stopped: FamilyMediaView['stopped'];
  let meter: { readonly close: () => void } | undefined;
  let level = 0;
  let isKnocking = false;
  let isClosed = false;
  let view = look();

  function look(): FamilyMediaView {
    return {
      ownPicture: captured?.camera,
      hasMicrophone: captured?.microphone !== undefined,
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
    const taken = await capture('room', chosen);
    if (isClosed) {
      if (taken.ok) taken.close();
      return false;
    }
    stopped = taken.ok ? undefined : 'camera';
    if (taken.ok) {
      captured = taken;
      for (const track of tracksOf(taken)) track.addEventListener('ended', () => noticeEnd(track));
      meter = taken.microphone && openLevelMeter(taken.microphone, (now) => (level = now));
      publish();
    }
    change();
    return taken.ok;
  }

  /** A track only ends by itself when its device went away: ours are let go of without this event. */
  function noticeEnd(track: MediaStreamTrack) {
    if (captured === undefined || !tracksOf(captured).includes(track)) return;
    stopped = track.kind === 'video' ? 'camera' : 'microphone';
    change();
  }

  function letGo() {
    meter?.close();
    meter = undefined;
    level = 0;
    captured?.close();
    captured = undefined;
  }

  /** Sends what is captured, once this device was let in and not before. */
  function publish() {
    if (!isAdmitted(live) || captured === undefined) return;
    if (captured.camera) void session.publish('camera', captured.camera);
    if (captured.microphone) void session.publish('room-microphone', captured.microphone);
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
  if (captures) void captureRoom();

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => view,
    level: () => level,
    playsOnUsualOutput: USUAL_OUTPUTS.includes(chosen.speakerId),
    captureAgain: captureRoom,

    play(track, volume, onNotSounding) {
      const playing = playTrack(track, {
        sinkId: chosen.speakerId,
        onBlocked: () => onNotSounding('blocked'),
        onOutputGone: () => onNotSounding('output-gone'),
      });
      playing.setVolume(volume);
      return { setVolume: (louder) => playing.setVolume(louder), stop: () => playing.close() };
    },

    async playTone(hz, ms) {
      const tone = playTone({ hz, ms, sinkId: chosen.speakerId });
      const patience = new Promise<'silent'>((resolve) => setTimeout(() => resolve('silent'), ms + TONE_PATIENCE_MS));
      const ended = await Promise.race([tone.done, patience]);
      tone.close();
      if (ended === 'silent') throw new Error('The browser did not play the tone');
    },

    async measureTone(hz, ms) {
      const microphone = captured?.microphone;
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

function tracksOf({ camera, microphone }: Working): MediaStreamTrack[] {
  return [camera, microphone].filter((track) => track !== undefined);
}
