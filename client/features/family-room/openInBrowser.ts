import type { Device } from '#shared/protocol/http/devices.ts';
import { openLiveSession } from '#client/api/liveSession.ts';
import { browserPressStore } from '#client/api/pressStore.ts';
import { watchAddress } from '#client/api/watchAddress.ts';
import { audioContext } from '#client/media/audioContext.ts';
import { readDevices, rememberDevices } from '#client/live/device-check/rememberedDevices.ts';
import { openBrowserMedia, type RoomTracks } from './browserMedia.ts';
import { type FamilyDevice, openFamilyDevice } from './familyDevice.ts';
import { settleDeviceKind } from './settleDeviceKind.ts';
import { speakAloud } from './prompts/speakAloud.ts';
import { tabMark } from './tabMark.ts';

/** Opens this browser's device in its session, with real media. */
export function openInBrowser(device: Device, checked: RoomTracks | undefined, language: string): FamilyDevice {
  const chosen = readDevices(browserPressStore());
  const live = openLiveSession(
    { as: 'device' },
    {
      store: browserPressStore(),
      heardDelayMs: () => 0,
      localNow: () => performance.now(),
      wallNow: () => Date.now(),
      random: () => Math.random(),
      makeId: () => crypto.randomUUID(),
      isElsewhere: watchAddress(),
      report: (problem) => console.warn(problem),
    },
  );
  settleDeviceKind(live, chosen.listening, (listening) =>
    rememberDevices(browserPressStore(), { ...readDevices(browserPressStore()), listening }),
  );
  return openFamilyDevice({
    live,
    media: openBrowserMedia({
      live,
      kind: device.kind,
      chosen,
      checked,
      turnedOff: tabMark(browserPressStore('tab'), 'turned-off', device),
      report: (error, doing) => console.warn(doing, error),
    }),
    page: document,
    output:
      'mediaDevices' in navigator
        ? { devices: navigator.mediaDevices, page: document, window, context: audioContext() }
        : undefined,
    speak:
      'speechSynthesis' in window
        ? (text, signal) => speakAloud(text, signal, window.speechSynthesis, language)
        : undefined,
  });
}
