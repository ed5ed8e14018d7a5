import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lengthOf, mergeSpans } from '#shared/domain/speech/spans.ts';
import type { RecordingPurpose } from '#shared/domain/recording/recordedTracks.ts';
import type { Fact, FactDraft } from '#shared/protocol/facts.ts';
import { TakeId } from '#shared/protocol/ids.ts';
import { aFact, LEAD, numbered, PARENT, SUPERVISOR, UNTIL_CHECK_IN } from '../testing/aSession.ts';
import { closedAt } from '#shared/session/exportScene.ts';
import { foldFacts } from '../foldFacts.ts';
import { type FamilySays, isExportable } from './usableTakes.ts';
import { aRecording } from './testing/aRecording.ts';
import { recordingHoles } from './recordedSpans.ts';
import { isStillAgreedTo, recordingFileOf, tracksToExport } from './recordingFile.ts';

const { agreed, coachAgreed, withdrawn } = aRecording;
const partId = (n: number) => TakeId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);

/** A take of the room, or of a coach's voice, over this session time (ms). */
function aTake(n: number, from: number, to: number, by: 'room' | typeof LEAD = 'room') {
  const recorder = by === 'room' ? ('room' as const) : ('coach' as const);
  const tracks = recorder === 'room' ? (['room-video', 'room-audio'] as const) : (['coach-voice'] as const);
  const take = { partId: partId(n), recorder, tracks, durationMs: to - from, timeMap: [[0, from] as const] };
  const participantId = by === 'room' ? PARENT : by;
  const started: FactDraft = { type: 'recording.started', by: 'server', ...take, tracks: [...tracks], participantId };
  return { take, started };
}

function fold(...drafts: readonly FactDraft[]) {
  const facts: readonly Fact[] = [aFact.opened(), ...numbered([...UNTIL_CHECK_IN, ...drafts])];
  return foldFacts(facts);
}

test('[RCD2] a file contains what is consented to when it is made, and each coach’s voice by their own consent', () => {
  const [room, coach, other] = [aTake(1, 0, 100), aTake(2, 0, 100, LEAD), aTake(3, 100, 200, SUPERVISOR)];
  const recorded = [room.started, coach.started, other.started];
  const takes = [room.take, coach.take, other.take];
  const all = [agreed('room-video'), agreed('room-audio'), coachAgreed, ...recorded];
  expect(tracksToExport(fold(...all))).toEqual(['room-video', 'room-audio', 'coach-voice']);
  const file = recordingFileOf(takes, fold(...all));
  expect(file?.tracks.at(-1)?.runs).toEqual([{ partId: coach.take.partId, from: 0, to: 100 }]);
  const without = fold(...all, withdrawn('room-video'));
  expect(recordingFileOf(takes, without)?.tracks.map(({ track }) => track)).toEqual(['room-audio', 'coach-voice']);
  expect(recordingFileOf(takes, fold(...recorded))).toBeUndefined();
});

test('[CNS4] a track leaves only for the purposes that everyone in it agreed to, and for none that the family says no to', () => {
  const [room, coach] = [aTake(1, 0, 100), aTake(2, 0, 100, LEAD)];
  const { recording } = fold(agreed('room-video'), coachAgreed, room.started, coach.started);
  const tracksFor = (purpose: RecordingPurpose, says: FamilySays) =>
    (['room-video', 'room-audio', 'coach-voice'] as const).filter((track) =>
      isExportable({ partId: (track === 'coach-voice' ? coach : room).take.partId, track }, recording, purpose, says),
    );
  const open: FamilySays = { recording: 'open', use: 'open' };
  expect(tracksFor('treatment', open)).toEqual(['room-video']);
  expect(tracksFor('supervision', open)).toEqual(['room-video', 'coach-voice']);
  expect(tracksFor('research', open)).toEqual([]);
  expect(tracksFor('research', { recording: 'agreed', use: 'agreed' })).toEqual(['room-video', 'room-audio']);
  expect(tracksFor('supervision', { recording: 'open', use: 'against' })).toEqual(['coach-voice']);
  expect(tracksFor('treatment', { recording: 'against', use: 'against' })).toEqual([]);
});

test('[RCD2] [RCD8] a file with the voices of two coaches loses its consent when one of them withdraws', () => {
  const [one, other] = [aTake(1, 0, 100, LEAD), aTake(2, 100, 200, SUPERVISOR)];
  const both = [coachAgreed, { ...coachAgreed, by: SUPERVISOR }, one.started, other.started];
  const file = recordingFileOf([one.take, other.take], fold(...both));
  expect(file?.tracks.map(({ runs }) => runs.length)).toEqual([2]);
  const isAgreed = (state: ReturnType<typeof fold>) => file && isStillAgreedTo(file, state);
  expect(isAgreed(fold(...both))).toBe(true);
  const withdrawal = { type: 'consent.withdrawn', by: SUPERVISOR, track: 'coach-voice', saidBy: null } as const;
  const after = fold(...both, withdrawal);
  expect(tracksToExport(after)).toEqual(['coach-voice']);
  expect(isAgreed(after)).toBe(false);
});

test('where two takes overlap the later one is used, and the earlier one continues after it', () => {
  const [long, short] = [aTake(1, 1_000, 10_000), aTake(2, 4_000, 6_000)];
  const state = fold(agreed('room-video'), long.started, short.started);
  expect(recordingFileOf([long.take, short.take], state)?.tracks[0]?.runs).toEqual([
    { partId: long.take.partId, from: 1_000, to: 4_000 },
    { partId: short.take.partId, from: 4_000, to: 6_000 },
    { partId: long.take.partId, from: 6_000, to: 10_000 },
  ]);
});

test('[RCD8] runs follow each other without overlap, and contain every moment that any take has', () => {
  const span = fc.tuple(fc.nat(1_000), fc.integer({ min: 1, max: 500 }));
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 6 }), (spans) => {
      const made = spans.map(([from, length], index) => aTake(index + 1, from, from + length));
      const state = fold(agreed('room-video'), ...made.map(({ started }) => started));
      const file = recordingFileOf(
        made.map(({ take }) => take),
        state,
      );
      const runs = file?.tracks[0]?.runs ?? [];
      for (const [index, run] of runs.entries()) expect(run.from).toBeGreaterThanOrEqual(runs[index - 1]?.to ?? 0);
      const all = mergeSpans(spans.map(([from, length]) => [from, from + length]));
      expect(lengthOf(runs.map(({ from, to }) => [from, to]))).toBe(lengthOf(all));
    }),
  );
});

test('[RCD3] [RCD8] the holes of the exported file are those that the player shows', () => {
  const { take, started } = aTake(1, 0, 60_000);
  const lost: FactDraft = { type: 'sight.lost', by: 'server', what: 'picture', since: 20_000, why: 'device-stopped' };
  const before = [
    aFact.opened(),
    ...numbered([...UNTIL_CHECK_IN, agreed('room-video'), agreed('room-audio'), started]),
  ];
  const then = [
    { ...lost, at: 22_000 },
    { type: 'sight.returned', by: 'server', what: 'picture', at: 30_000 },
    { ...lost, what: 'sound', since: 50_000, at: 52_000 },
    { type: 'recording.stopped', by: 'server', partId: take.partId, why: 'over', at: 60_000 },
    { type: 'session.closed', by: LEAD, at: 61_000 },
  ] as const;
  const state = foldFacts([...before, ...then.map((draft, index) => ({ ...draft, seq: before.length + 1 + index }))]);
  const holes = recordingFileOf([take], state)?.holes;
  expect(holes).toMatchObject([
    { what: 'picture', from: 20_000, to: 30_000 },
    { what: 'sound', from: 50_000 },
  ]);
  expect(recordingHoles(state, closedAt(state))).toEqual(holes);
});
