import { expect, test } from 'vitest';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { aFact, numbered, UNTIL_CHECK_IN } from '../testing/aSession.ts';
import { foldFacts } from '../foldFacts.ts';
import { aRecording } from './testing/aRecording.ts';
import { recordedSpans, recordingHoles } from './recordedSpans.ts';

const { agreed, started, stopped } = aRecording;
const at = (ms: number, draft: FactDraft) => ({ draft, ms });
const lost = (
  what: 'picture' | 'sound',
  why: 'device-stopped' | 'not-arriving' | 'not-shown',
  since: number,
): FactDraft => {
  return { type: 'sight.lost', by: 'server', what, why, since };
};
const returned = (what: 'picture' | 'sound'): FactDraft => ({ type: 'sight.returned', by: 'server', what });

function fold(...told: ReturnType<typeof at>[]) {
  const before = [...UNTIL_CHECK_IN, agreed('room-video'), agreed('room-audio')];
  const later = told.map(({ draft, ms }, index) => ({ ...draft, seq: before.length + 2 + index, at: ms }));
  return foldFacts([aFact.opened(), ...numbered(before, 0), ...later]);
}

const state = fold(
  at(1_000, started('room-video', 'room-audio')),
  at(1_000, returned('picture')),
  at(1_000, returned('sound')),
  at(12_000, lost('picture', 'device-stopped', 10_000)),
  at(20_000, returned('picture')),
  at(32_000, lost('sound', 'not-arriving', 30_000)),
  at(40_000, stopped('held')),
  at(41_000, returned('sound')),
  at(52_000, lost('picture', 'not-shown', 50_000)),
);

test('[RCD3] time that never reached the media server is a hole in the recording, as far as a recorder ran', () => {
  expect(recordingHoles(state, 60_000)).toEqual([
    { what: 'picture', why: 'device-stopped', from: 10_000, to: 20_000 },
    { what: 'sound', why: 'not-arriving', from: 30_000, to: 40_000 },
  ]);
});

test('[RCD3] a track was recorded where a recorder ran and received some of it', () => {
  expect(recordedSpans(state, 'room-video', 60_000)).toEqual([
    [1_000, 10_000],
    [20_000, 40_000],
  ]);
  expect(recordedSpans(state, 'room-audio', 60_000)).toEqual([[1_000, 30_000]]);
  expect(recordedSpans(state, 'coach-voice', 60_000)).toEqual([]);
});

test('what only the coach’s page missed is in the recording', () => {
  const shown = fold(
    at(0, started('room-video')),
    at(0, returned('picture')),
    at(9_000, lost('picture', 'not-shown', 5_000)),
  );
  expect(recordedSpans(shown, 'room-video', 10_000)).toEqual([[0, 10_000]]);
});
