import { capture, listMediaDevices, type MediaDevice } from '#client/media/capture.ts';
import { isReceivingSound } from '#client/media/isReceivingSound.ts';
import { openAnalyser } from '#client/media/openAnalyser.ts';
import { levelOf } from '#client/media/levelMeter.ts';
import { soundPacketsSent } from '#client/media/packetsSent.ts';
import type { SessionMedia } from '#client/media/sessionMedia.ts';
import { canSpeak, type VoiceHealth } from '#client/media/voiceHealth.ts';
import { watchVoice } from '#client/media/watchVoice.ts';

const LEVEL_SAMPLES = 1_024;

/** One's own voice as this device captures and sends it. */
export type OwnVoice = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => VoiceHealth;
  /** The level of the microphone now, from 0 to 1. */
  readonly level: () => number;
  readonly microphones: () => Promise<readonly MediaDevice[]>;
  /** Captures another microphone and sends it instead. Resolves to whether that worked. */
  readonly choose: (microphoneId: string) => Promise<boolean>;
  /** Sends the voice. Call it on each new connection. */
  readonly publish: () => void;
  readonly close: () => void;
};

type OwnVoiceParts = {
  readonly session: Pick<SessionMedia, 'publish' | 'stats'>;
  readonly microphone: MediaStreamTrack | undefined;
  readonly isOpen: () => boolean;
  /** The voice is no longer sent: close it, so that nobody is told that it is heard. */
  readonly onLost: () => void;
  readonly remember: (microphoneId: string) => void;
};

export function openOwnVoice({ session, microphone, isOpen, onLost, remember }: OwnVoiceParts): OwnVoice {
  const listeners = new Set<() => void>();
  let health: VoiceHealth = microphone ? 'sound' : 'none';
  let isClosed = false;
  let current = microphone;
  let level = () => 0;
  let stopWatching = watch();

  function show(next: VoiceHealth) {
    health = next;
    if (!canSpeak(next) || next === 'not-sent') onLost();
    for (const listener of listeners) listener();
  }

  function watch() {
    const samples = current && openAnalyser(current, LEVEL_SAMPLES);
    level = () => (samples ? levelOf(samples.latest()) : 0);
    const stop = watchVoice({
      microphone: current,
      hasSound: () => samples !== undefined && (isReceivingSound(samples) ?? true),
      packetsSent: async () => soundPacketsSent(await session.stats()),
      isOpen,
      now: () => performance.now(),
      onChange: show,
    });
    return () => {
      stop();
      samples?.close();
    };
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => health,
    level: () => level(),
    microphones: async () => (await listMediaDevices()).microphones,
    async choose(microphoneId) {
      const captured = await capture('voice', { microphoneId });
      if (!captured.ok || captured.microphone === undefined) return false;
      if (isClosed) {
        captured.close();
        return false;
      }
      stopWatching();
      current?.stop();
      current = captured.microphone;
      remember(microphoneId);
      stopWatching = watch();
      await session.publish('voice', current);
      return true;
    },
    publish() {
      if (current) void session.publish('voice', current);
    },
    close() {
      isClosed = true;
      stopWatching();
      current?.stop();
      listeners.clear();
    },
  };
}
