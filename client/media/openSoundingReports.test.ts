import { beforeEach, expect, test, vi } from 'vitest';
import { aLiveSession, NOOR } from '#client/live/testing/aLiveSession.ts';
import { LEAD, PARENT, UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import type { Self } from '#shared/protocol/contract.ts';
import type { Sounding } from '#shared/protocol/soundFacts.ts';
import { openSoundingReports, soundingOf } from './openSoundingReports.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

test.for([
  ['idle', true, 1, 'not-connected'],
  ['starting', true, 1, 'not-connected'],
  ['mending', true, 1, 'not-connected'],
  ['connected', false, 1, 'not-playing'],
  ['connected', true, 0, 'muted'],
  ['connected', true, 0.05, 'works'],
] as const)(
  '[EAR3] a voice that stands %s, plays: %s, at volume %s is told as %s',
  ([standing, plays, volume, told]) => {
    expect(soundingOf(standing, plays, volume)).toBe(told);
  },
);

function aPage(self: Self = NOOR) {
  const live = aLiveSession(UNTIL_CHECK_IN, self);
  const listeners = new Set<() => void>();
  let now: Sounding = 'not-connected';
  const reports = openSoundingReports({
    live,
    read: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  return {
    live,
    reports,
    told: () => live.asked.filter(({ name }) => name === 'sounding:report').map(({ input }) => input),
    become: async (sounding: Sounding) => {
      now = sounding;
      for (const listener of listeners) listener();
      await vi.advanceTimersByTimeAsync(0);
    },
    logs: (sounding: Sounding) =>
      live.happen({ type: 'sounding.changed', by: self.participantId, participantId: self.participantId, sounding }),
  };
}

test('[EAR3] tells each change once, and again after the log forgot it with a new connection', async () => {
  const { live, told, become, logs } = aPage();
  await become('not-connected');
  logs('not-connected');
  await become('works');
  logs('works');
  live.happen({ type: 'code.undone', by: LEAD, codeId: '00000000-0000-4000-9000-000000000001' as never });
  expect(told()).toEqual([{ sounding: 'not-connected' }, { sounding: 'works' }]);
  live.happen(...UNTIL_CHECK_IN.slice(0, 1));
  expect(told().slice(2)).toEqual([{ sounding: 'works' }]);
});

test('[EAR3] a rejected report is repeated, and nothing is reported over a lost connection', async () => {
  const { live, told, become, reports } = aPage();
  live.refuse('sounding:report', 'The disk is full.');
  await become('works');
  const before = told().length;
  await vi.advanceTimersByTimeAsync(4_000);
  expect(told().length).toBe(before + 2);
  live.set({ connection: 'lost' });
  await vi.advanceTimersByTimeAsync(10_000);
  await become('muted');
  expect(told().length).toBe(before + 2);
  live.set({ connection: 'live' });
  expect(told().at(-1)).toEqual({ sounding: 'muted' });
  reports.close();
});

test('[EAR3] a device that plays no sound reports nothing', async () => {
  const { told, become } = aPage({ participantId: PARENT, name: 'Rivera', role: 'caregiver', part: 'room' });
  await become('works');
  expect(told()).toEqual([]);
});
