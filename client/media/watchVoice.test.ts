import { beforeEach, expect, test, vi } from 'vitest';
import { canSpeak, LOST_AFTER_MS, voiceHealth, type VoiceMeasure } from './voiceHealth.ts';
import { watchVoice } from './watchVoice.ts';

const FINE: VoiceMeasure = { track: 'live', isOpen: true, silentMs: 0, unsentMs: 0 };

test.for<[string, Partial<VoiceMeasure>, string, boolean]>([
  ['sound that leaves', {}, 'sound', true],
  ['no microphone', { track: 'none' }, 'none', false],
  ['a microphone that was pulled out', { track: 'ended' }, 'gone', false],
  ['a microphone that the system muted', { track: 'muted' }, 'muted', false],
  ['zeros from the microphone', { silentMs: LOST_AFTER_MS }, 'silence', true],
  ['a short silence', { silentMs: LOST_AFTER_MS - 1 }, 'sound', true],
  ['an open voice of which no packet leaves', { unsentMs: LOST_AFTER_MS }, 'not-sent', true],
  ['a shut voice of which no packet leaves', { isOpen: false, unsentMs: LOST_AFTER_MS }, 'sound', true],
])('%s is told as what it is', ([, over, health, may]) => {
  const told = voiceHealth({ ...FINE, ...over });
  expect(told).toBe(health);
  expect(canSpeak(told)).toBe(may);
});

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function aVoice() {
  const live: { readyState: MediaStreamTrackState; muted: boolean } = { readyState: 'live', muted: false };
  const microphone = Object.assign(new EventTarget(), live);
  const state = { packets: 0, sending: true, sounds: true, open: true };
  const told: string[] = [];
  const stop = watchVoice({
    microphone,
    hasSound: () => state.sounds,
    packetsSent: () => Promise.resolve((state.packets += state.sending ? 20 : 0)),
    isOpen: () => state.open,
    now: () => Date.now(),
    onChange: (health) => told.push(health),
  });
  return { microphone, state, told, stop };
}

test('a microphone that is pulled out is told at once', async () => {
  const { microphone, told } = aVoice();
  await vi.advanceTimersByTimeAsync(3_000);
  microphone.readyState = 'ended';
  microphone.dispatchEvent(new Event('ended'));
  expect(told).toEqual(['sound', 'gone']);
});

test('a microphone that the system mutes is told at once, and when it is back', () => {
  const { microphone, told } = aVoice();
  microphone.muted = true;
  microphone.dispatchEvent(new Event('mute'));
  microphone.muted = false;
  microphone.dispatchEvent(new Event('unmute'));
  expect(told).toEqual(['sound', 'muted', 'sound']);
});

test.for([
  ['packets that stop', 'sending', 'not-sent'],
  ['sound that turns to zeros', 'sounds', 'silence'],
] as const)('%s are reported within two seconds, and so is their return', async ([, what, health]) => {
  const { state, told } = aVoice();
  await vi.advanceTimersByTimeAsync(5_000);
  state[what] = false;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(told).toEqual(['sound', health]);
  state[what] = true;
  await vi.advanceTimersByTimeAsync(800);
  expect(told).toEqual(['sound', health, 'sound']);
});

test('a voice opened after a long time is not taken for one that sends nothing', async () => {
  const { state, told } = aVoice();
  state.open = false;
  state.sending = false;
  await vi.advanceTimersByTimeAsync(10_000);
  state.open = true;
  await vi.advanceTimersByTimeAsync(400);
  state.sending = true;
  await vi.advanceTimersByTimeAsync(3_000);
  expect(told).toEqual(['sound']);
});

test('a stopped watch reports nothing', async () => {
  const { microphone, told, stop } = aVoice();
  stop();
  microphone.readyState = 'ended';
  microphone.dispatchEvent(new Event('ended'));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(told).toEqual(['sound']);
});
