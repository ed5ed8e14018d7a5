// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { FamilyCheck } from './FamilyCheck.tsx';

vi.mock('#client/media/levelMeter.ts', () => ({
  openLevelMeter: () => ({ level: () => 0, close: () => undefined }),
}));
vi.mock('#client/live/device-check/openCheck.ts', () => ({
  openCheck: () => ({ finding: Promise.resolve('good'), close: () => undefined }),
}));

const notAllowed = Object.assign(new Error('No.'), { name: 'NotAllowedError' });

type Kind = 'video' | 'audio';

/** A browser that has not yet asked for permission, unless `state` says otherwise. */
function aBrowser({ state = 'prompt', refuses }: { readonly state?: string; readonly refuses?: Kind } = {}) {
  const asked: Kind[] = [];
  const opened: FakeTrack[] = [];
  const browser = { asked, opened, refuses };
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('MediaStream', vi.fn());
  vi.stubGlobal('navigator', {
    userAgent: 'Chrome',
    maxTouchPoints: 0,
    permissions: { query: () => Promise.resolve({ state }) },
    mediaDevices: Object.assign(new EventTarget(), {
      enumerateDevices: () => Promise.resolve([]),
      getUserMedia: (wanted: Partial<Record<Kind, unknown>>) => {
        const kind: Kind = wanted.video === undefined ? 'audio' : 'video';
        asked.push(kind);
        if (browser.refuses === kind) return Promise.reject(notAllowed);
        const track = new FakeTrack(kind);
        opened.push(track);
        const ofKind = (one: Kind) => (one === kind ? [track] : []);
        return Promise.resolve({ getVideoTracks: () => ofKind('video'), getAudioTracks: () => ofKind('audio') });
      },
    }),
  });
  return browser;
}

class FakeTrack extends EventTarget {
  readonly muted = false;
  isStopped = false;
  readonly #kind: Kind;
  constructor(kind: Kind) {
    super();
    this.#kind = kind;
  }
  getSettings() {
    return { deviceId: this.#kind };
  }
  stop() {
    this.isStopped = true;
  }
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const heading = (name: string) => screen.findByRole('heading', { name });

async function show() {
  const onReady = vi.fn();
  const shown = await renderScreen(<FamilyCheck onReady={onReady} />, 'deviceCheck', 'family');
  return { onReady, ...shown };
}

beforeEach(() => localStorage.clear());

test('the browser is asked for permission only after the parent has read why, one source at a time', async () => {
  const browser = aBrowser();
  const { onReady, unmount } = await show();
  await heading('Turn on your camera');
  expect(browser.asked).toEqual([]);

  await press('Turn on the camera');
  await heading('Your camera is on');
  expect(browser.asked).toEqual(['video']);
  await press('Continue');
  await heading('Turn on your microphone');
  expect(browser.asked).toEqual(['video']);
  await press('Turn on the microphone');
  await heading('Your microphone is on');
  await press('Continue');
  await heading('Where will you hear your therapist?');
  await press('Continue');
  await screen.findByText(/The connection is good/);
  await press('I’m ready');
  expect(onReady).toHaveBeenCalledWith({ camera: browser.opened[0], microphone: browser.opened[1] });
  unmount();
  expect(browser.opened.map(({ isStopped }) => isStopped)).toEqual([false, false]);
});

test('a refusal says what to do, offers nothing else, and ends when the browser grants permission', async () => {
  const browser = aBrowser({ refuses: 'video' });
  await show();
  await press('Turn on the camera');
  expect((await screen.findByRole('alert')).textContent).toContain('This page is not allowed to use your camera.');
  expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
  browser.refuses = undefined;
  await press('Try again');
  await heading('Your camera is on');
});

test('no permission text is shown if the browser has already granted both', async () => {
  aBrowser({ state: 'granted' });
  await show();
  await heading('Your camera is on');
  await press('Continue');
  await heading('Your microphone is on');
});

test('a camera that goes away later is asked for again before the family joins', async () => {
  const browser = aBrowser();
  await show();
  await press('Turn on the camera');
  await press('Continue');
  await heading('Turn on your microphone');
  browser.refuses = 'video';
  browser.opened[0]?.dispatchEvent(new Event('ended'));
  await screen.findByText('This page is not allowed to use your camera.');
});

test('leaving the check turns the camera off', async () => {
  const browser = aBrowser();
  const { unmount } = await show();
  await press('Turn on the camera');
  await heading('Your camera is on');
  unmount();
  expect(browser.opened.map(({ isStopped }) => isStopped)).toEqual([true]);
});
