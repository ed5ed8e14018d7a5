import { type LiveSession, openLiveSession } from '#client/api/liveSession.ts';
import { openLevelMeter } from '#client/media/levelMeter.ts';
import { type HeardDelay, openHeardDelay } from '#client/media/openHeardDelay.ts';
import { openQualityReports } from '#client/media/openQualityReports.ts';
import { openSightReports } from '#client/media/openSightReports.ts';
import { openSessionMedia, type SessionMedia } from '#client/media/sessionMedia.ts';
import { mayShowCamera } from './mayShowCamera.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import type { LiveParts } from './LiveContext.tsx';
import { createMessages } from './messages.ts';
import { openRoomSounds } from './openRoomSounds.ts';
import { createVoiceControl } from './voiceControl.ts';

/** What somebody of the clinic joins with. */
export type StaffDevices = {
  readonly camera: MediaStreamTrack | undefined;
  readonly microphone: MediaStreamTrack | undefined;
  readonly outputDeviceId: string | undefined;
};

export type StaffSession = LiveParts & {
  /** Leaves the session and lets go of the devices. Safe to call twice. */
  readonly close: () => void;
};

/** Opens a live session and its media for a member of staff, with everything real. */
export function openStaffSession(sessionId: SessionId, devices: StaffDevices, outputGone: string): StaffSession {
  const heard: { delay?: HeardDelay } = {};
  const live = openLiveSession(
    { as: 'staff', sessionId },
    {
      store: localStorage,
      heardDelayMs: () => heard.delay?.now() ?? 0,
      localNow: () => performance.now(),
      makeId: () => crypto.randomUUID(),
      report: (problem) => console.warn(problem),
    },
  );
  const session = openSessionMedia({
    ask: live.ask,
    hear: live.hear,
    report: (error, doing) => console.warn(doing, error),
  });
  const delay = (heard.delay = openHeardDelay(
    session,
    (sender) => live.getSnapshot().quality[sender]?.roundTripMs ?? null,
  ));

  const setVoiceEnabled = (enabled: boolean) => session.setVoiceEnabled(enabled);
  const messages = createMessages();
  const voice = createVoiceControl({ ask: live.ask, setVoiceEnabled });
  const { microphone, camera, outputDeviceId } = devices;
  let level = 0;
  const sounds = openRoomSounds(session, {
    sinkId: outputDeviceId,
    onOutputGone: () => messages.fail(outputGone),
  });

  const stops = [
    delay.close,
    openQualityReports(live.ask, session).close,
    sounds.close,
    openSightReports({ ask: live.ask, heard: session, sounds: sounds.isAudible }).close,
    live.onJoined(() => {
      void session.restart();
      if (microphone) void session.publish('voice', microphone);
    }),
    camera ? showCameraWhenSeen(live, session, camera) : () => undefined,
    microphone ? openLevelMeter(microphone, (now) => (level = now)).close : () => undefined,
  ];

  return {
    live,
    messages,
    voice,
    media: {
      subscribe: session.subscribe,
      getSnapshot: session.getSnapshot,
      standing: session.standing,
      hasVoice: microphone !== undefined,
      setVoiceEnabled,
      voiceLevel: () => level,
    },
    close() {
      voice.cut();
      for (const stop of stops) stop();
      session.close();
      live.close();
      microphone?.stop();
      camera?.stop();
    },
  };
}

/** Sends the coach's picture only while the family may see it. Returns how to stop. */
function showCameraWhenSeen(live: LiveSession, session: SessionMedia, camera: MediaStreamTrack): () => void {
  let isShown = false;
  return live.subscribe(() => {
    const view = live.getSnapshot();
    const isSeen = view.connection === 'live' && mayShowCamera(view);
    if (isSeen === isShown || view.connection !== 'live') return;
    isShown = isSeen;
    void (isSeen ? session.publish('camera', camera) : session.unpublish('camera'));
  });
}
