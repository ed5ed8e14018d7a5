import { beforeEach, expect, test, vi } from 'vitest';
import type { Ask } from '#client/api/ask.ts';
import { ok } from '#shared/protocol/reply.ts';
import type { HeardTrack } from './heardTracks.ts';
import { openSightReports } from './openSightReports.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

type Report = { pictureAgoMs: number | null; soundAgoMs: number | null };

function aPage() {
  const flows = { picture: true, sound: true, audible: true, hangs: false };
  const counted = { framesDecoded: 0, totalSamplesReceived: 0, concealedSamples: 0, packetsReceived: 0 };
  const reports: Report[] = [];
  const track = (name: 'room-video' | 'room-audio', kind: 'audio' | 'video') => ({
    track: name,
    kind,
    stats: () => {
      if (flows.hangs) return new Promise(() => undefined);
      return Promise.resolve(new Map([['in', { type: 'inbound-rtp', kind, ...counted }]]));
    },
  });
  const tracks = [track('room-video', 'video'), track('room-audio', 'audio')] as unknown as readonly HeardTrack[];
  const ask: Ask = async (_name, input) => {
    reports.push(input as Report);
    return ok(null) as never;
  };
  const { close } = openSightReports({
    ask,
    heard: { getSnapshot: () => tracks },
    sounds: () => flows.audible,
    everyMs: 500,
    localNow: () => Date.now(),
  });
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 500) {
      if (flows.picture) counted.framesDecoded += 15;
      counted.totalSamplesReceived += 24_000;
      if (!flows.sound) counted.concealedSamples += 24_000;
      await vi.advanceTimersByTimeAsync(500);
    }
    return reports.at(-1);
  };
  return { flows, pass, reports, close };
}

test('[WIN4] a page says how long ago it last presented a picture and played a sound', async () => {
  const { flows, pass, close } = aPage();
  expect(await pass(3_000)).toEqual({ pictureAgoMs: 500, soundAgoMs: 500 });
  flows.picture = false;
  expect(await pass(2_000)).toEqual({ pictureAgoMs: 2_000, soundAgoMs: 500 });
  close();
});

test('[WIN4] sound that is made up where none comes, or that does not leave the page, was not played', async () => {
  for (const broken of ['sound', 'audible'] as const) {
    const { flows, pass, close } = aPage();
    await pass(2_000);
    flows[broken] = false;
    expect(await pass(3_000)).toMatchObject({ pictureAgoMs: 500, soundAgoMs: 3_000 });
    close();
  }
});

test('[WIN4] a page that never had either says so, and statistics that never come hold no report up', async () => {
  const { flows, pass, reports, close } = aPage();
  flows.hangs = true;
  expect(await pass(2_000)).toEqual({ pictureAgoMs: null, soundAgoMs: null });
  expect(reports).toHaveLength(4);
  close();
});
