import { endingOf } from '#client/api/liveView.ts';
import type { LiveSession } from '#client/api/liveSession.ts';
import { openSoundingReports, soundingOf } from '#client/media/openSoundingReports.ts';
import { openCoachVoice, type CoachVoice } from './coachVoice.ts';
import { answerToneListening } from './ear-check/answerToneListening.ts';
import { openEarCheckRun, type EarCheckRun } from './ear-check/earCheckRun.ts';
import { openOutputTrust } from './ear-check/outputTrust.ts';
import { watchEarphones, type OutputToWatch } from './ear-check/watchEarphones.ts';
import type { FamilyMedia } from './familyMedia.ts';
import { type CallHelpStore, openCallHelp } from './help/callHelp.ts';
import { openPromptDelivery, type PromptDelivery, type Speak } from './prompts/promptDelivery.ts';
import type { SeenPage } from './wakeLock.ts';

/** Everything that runs on a family's device during a session. Screens only show it. */
export type FamilyDevice = {
  readonly live: LiveSession;
  readonly media: FamilyMedia;
  readonly voice: CoachVoice;
  readonly prompts: PromptDelivery;
  readonly earCheck: EarCheckRun;
  readonly callHelp: CallHelpStore;
  readonly close: () => void;
};

export type FamilyDeviceParts = {
  readonly live: LiveSession;
  readonly media: FamilyMedia;
  /** Undefined if the browser reveals nothing about its outputs. */
  readonly output: OutputToWatch | undefined;
  readonly speak: Speak | undefined;
  readonly page: SeenPage;
};

export function openFamilyDevice({ live, media, output, speak, page }: FamilyDeviceParts): FamilyDevice {
  const voice = openCoachVoice(live, media, () => earphones?.tell('paused'));
  const prompts = openPromptDelivery({ live, page, speak: media.playsOnUsualOutput ? speak : undefined });
  const earCheck = openEarCheckRun({
    ask: live.ask,
    playTone: media.playTone,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  const trust = openOutputTrust({ live, hold, release, onChanged: earCheck.reset });
  const earphones = output && watchEarphones(output, trust.doubt, trust.settle);
  const callHelp = openCallHelp(live);
  const stops = [
    callHelp.close,
    answerToneListening({ ask: live.ask, listen: live.listen, measureTone: media.measureTone }),
    trust.close,
    openSoundingReports({ live, read: sounding, subscribe: onSounding }).close,
    () => earphones?.close(),
  ];

  function sounding() {
    const { is, isHeld, volume } = voice.getSnapshot();
    const isPlaying = !isHeld && (is === 'playing' || is === 'silent');
    return soundingOf(media.getSnapshot().voiceStanding, isPlaying, volume);
  }

  function onSounding(listener: () => void) {
    const both = [voice.subscribe(listener), media.subscribe(listener)];
    return () => both.forEach((stop) => stop());
  }

  /** Silences the ear: the coach's voice and spoken prompts. */
  function hold() {
    voice.hold();
    prompts.hold();
  }

  function release() {
    voice.release();
    prompts.release();
  }

  function close() {
    for (const stop of stops) stop();
    voice.close();
    prompts.close();
    media.close();
    live.close();
  }

  /** Stops camera and sound as soon as the session is over for this device, whatever the screen does. */
  function closeWhenOver() {
    if (endingOf(live.getSnapshot()) !== undefined) close();
  }
  stops.push(live.subscribe(closeWhenOver));
  closeWhenOver();

  return { live, media, voice, prompts, earCheck, callHelp, close };
}
