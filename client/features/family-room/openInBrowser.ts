import type { DeviceKind } from '#shared/domain/people.ts';
import { openLiveSession } from '#client/api/liveSession.ts';
import type { ChosenDevices } from '#client/media/capture.ts';
import { openBrowserMedia } from './browserMedia.ts';
import { type FamilyDevice, openFamilyDevice } from './familyDevice.ts';
import { speakAloud } from './prompts/speakAloud.ts';

export type FamilyChoice = ChosenDevices & { readonly speakerId?: string | undefined };

/** Opens this browser's device in its session, with everything real. */
export function openInBrowser(kind: DeviceKind, chosen: FamilyChoice, language: string): FamilyDevice {
  const live = openLiveSession(
    { as: 'device' },
    {
      store: localStorage,
      heardDelayMs: () => 0,
      localNow: () => performance.now(),
      makeId: () => crypto.randomUUID(),
      report: (problem) => console.warn(problem),
    },
  );
  const media = openBrowserMedia({ live, kind, chosen, report: (error, doing) => console.warn(doing, error) });
  return openFamilyDevice({
    live,
    media,
    devices: 'mediaDevices' in navigator ? navigator.mediaDevices : undefined,
    speak:
      'speechSynthesis' in window ? (text: string) => speakAloud(text, window.speechSynthesis, language) : undefined,
  });
}
