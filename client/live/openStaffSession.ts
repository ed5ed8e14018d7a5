import { openLiveSession } from '#client/api/liveSession.ts';
import { browserPressStore } from '#client/api/pressStore.ts';
import type { SignInWatch } from '#client/api/signInWatch.ts';
import { watchAddress } from '#client/api/watchAddress.ts';
import { listMediaDevices, onDevicesChanged } from '#client/media/capture.ts';
import { type HeardDelay, openHeardDelay } from '#client/media/openHeardDelay.ts';
import { openQualityReports } from '#client/media/openQualityReports.ts';
import { openSightReports } from '#client/media/openSightReports.ts';
import { openSoundingReports, soundingOf } from '#client/media/openSoundingReports.ts';
import { openSessionMedia } from '#client/media/sessionMedia.ts';
import { readDevices, type RememberedDevices, rememberDevices } from './device-check/rememberedDevices.ts';
import { showCameraWhenSeen } from './showCameraWhenSeen.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import type { LiveParts } from './LiveContext.tsx';
import { createMessages } from './messages.ts';
import { openOwnVoice } from './ownVoice.ts';
import { openRoomSounds } from './openRoomSounds.ts';
import { createVoiceControl } from './voiceControl.ts';

type StaffDevices = {
  readonly camera: MediaStreamTrack | undefined;
  readonly microphone: MediaStreamTrack | undefined;
  readonly outputDeviceId: string | undefined;
};

export type StaffSession = LiveParts & {
  /** Leaves the session and stops the devices. Safe to call twice. */
  readonly close: () => void;
};

/** Texts for when a device is gone or back. */
type LossWords = {
  readonly outputBack: string;
  readonly cameraGone: string;
};

/** Opens a live session with real media for a staff member. */
export function openStaffSession(
  sessionId: SessionId,
  devices: StaffDevices,
  signIn: SignInWatch,
  words: LossWords,
): StaffSession {
  const heard: { delay?: HeardDelay } = {};
  const live = openLiveSession(
    { as: 'staff', sessionId },
    {
      store: browserPressStore(),
      heardDelayMs: () => heard.delay?.now() ?? 0,
      localNow: () => performance.now(),
      wallNow: () => Date.now(),
      random: () => Math.random(),
      makeId: () => crypto.randomUUID(),
      isElsewhere: watchAddress(),
      report: (problem) => console.warn(problem),
    },
  );
  const session = openSessionMedia({
    ask: live.ask,
    listen: live.listen,
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
  const sounds = openRoomSounds(session, {
    sinkId: outputDeviceId,
    outputs: 'mediaDevices' in navigator ? { list: listOutputs, onChange: onDevicesChanged } : undefined,
    onOutputBack: () => messages.say(words.outputBack),
    remember: (id) => rememberDevice({ outputDeviceId: id }),
  });
  const ownVoice = openOwnVoice({
    session,
    microphone,
    isOpen: () => voice.getSnapshot().is === 'open',
    onLost: voice.cut,
    remember: (microphoneId) => rememberDevice({ microphoneId }),
  });

  const stops = [
    signIn.close,
    delay.close,
    openQualityReports(live.ask, session).close,
    sounds.close,
    openSoundingReports({
      live,
      read: () => soundingOf(session.voiceStanding.getSnapshot(), sounds.isAudible()),
      subscribe: repeat,
    }).close,
    openSightReports({ ask: live.ask, heard: session, sounds: sounds.isAudible }).close,
    live.onJoined(() => {
      // A session that is over has no media.
      if (live.getSnapshot().session.phase === 'closed') return;
      void session.restart();
      ownVoice.publish();
    }),
    camera ? showCameraWhenSeen(live, session, camera, () => messages.fail(words.cameraGone)) : () => undefined,
  ];

  return {
    live,
    signIn,
    messages,
    voice,
    media: {
      subscribe: session.subscribe,
      getSnapshot: session.getSnapshot,
      ownVoice,
      output: sounds,
      standing: session.standing,
      ownVoiceStanding: session.ownVoiceStanding,
      setVoiceEnabled,
    },
    close() {
      voice.cut();
      for (const stop of stops) stop();
      session.close();
      live.close();
      ownVoice.close();
      camera?.stop();
    },
  };
}

const listOutputs = async () => (await listMediaDevices()).speakers;

function rememberDevice(chosen: RememberedDevices) {
  rememberDevices(browserPressStore(), { ...readDevices(browserPressStore()), ...chosen });
}

/** How often this page checks whether it is audible, in ms. */
const LOOK_EVERY_MS = 1_000;

function repeat(listener: () => void): () => void {
  const looking = setInterval(listener, LOOK_EVERY_MS);
  return () => clearInterval(looking);
}
