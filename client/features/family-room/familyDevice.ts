import type { LiveSession } from '#client/api/liveSession.ts';
import { openCoachVoice, type CoachVoice } from './coachVoice.ts';
import { answerToneListening } from './ear-check/answerToneListening.ts';
import { openEarCheckRun, type EarCheckRun } from './ear-check/earCheckRun.ts';
import { watchEarphones, type DevicesToWatch } from './ear-check/watchEarphones.ts';
import type { FamilyMedia } from './familyMedia.ts';
import { openPromptDelivery, type PromptDelivery } from './prompts/promptDelivery.ts';

/** Everything that runs on a family's device while it is in a session. Screens only show it. */
export type FamilyDevice = {
  readonly live: LiveSession;
  readonly media: FamilyMedia;
  readonly voice: CoachVoice;
  readonly prompts: PromptDelivery;
  readonly earCheck: EarCheckRun;
  readonly close: () => void;
};

export type FamilyDeviceParts = {
  readonly live: LiveSession;
  readonly media: FamilyMedia;
  readonly devices: DevicesToWatch | undefined;
  readonly speak: ((text: string) => Promise<void>) | undefined;
};

export function openFamilyDevice({ live, media, devices, speak }: FamilyDeviceParts): FamilyDevice {
  const voice = openCoachVoice(live, media);
  const prompts = openPromptDelivery({ live, speak: media.playsOnUsualOutput ? speak : undefined });
  const earCheck = openEarCheckRun({
    ask: live.ask,
    playTone: media.playTone,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  const stops = [
    answerToneListening({ ask: live.ask, hear: live.hear, measureTone: media.measureTone }),
    devices ? watchEarphones(devices, voice.hold, earphonesSettled) : () => undefined,
    live.onJoined(() => isUntold && void tellOfChange()),
  ];
  let isUntold = false;

  function earphonesSettled(changed: boolean) {
    if (changed && hasEarphones(live)) {
      earCheck.reset();
      isUntold = true;
    }
    void tellOfChange();
  }

  /** The voice stays held until the log knows that the check no longer holds. */
  async function tellOfChange() {
    if (isUntold && !(await live.ask('ear-check:devices-changed', {})).ok) return;
    isUntold = false;
    voice.release();
  }

  return {
    live,
    media,
    voice,
    prompts,
    earCheck,
    close() {
      for (const stop of stops) stop();
      voice.close();
      prompts.close();
      media.close();
      live.close();
    },
  };
}

function hasEarphones({ getSnapshot }: LiveSession): boolean {
  const part = getSnapshot().self?.part;
  return part === 'ear' || part === 'combined';
}
