import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { aFact, LEAD, numbered, SESSION, UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { aRecording } from '#shared/session/recording/testing/aRecording.ts';
import { realTime } from '#server/time/time.ts';
import { createMemoryRecordingStore } from '../memoryRecordingStore.ts';
import { createRecordingKeeper, type RecordingKeeperPorts } from '../recordingKeeper.ts';
import { createFfmpegRecorder } from './ffmpegRecorder.ts';
import { probeWebm } from './testing/probeWebm.ts';
import { ffmpeg, SENDER, startRtpFamily, workerBin } from './testing/rtpFamily.ts';

const PATIENTLY = { timeout: 60_000, interval: 50 };

/** A session whose family and coach agreed to everything. The coach's microphone is on, and nobody speaks. */
async function aRecordedSession(sends: 'audio' | 'video') {
  const [family, coach] = [await startRtpFamily({ sends: [sends] }), await startRtpFamily({ sends: [] })];
  onTestFinished(family.close);
  onTestFinished(coach.close);
  const store = createMemoryRecordingStore();
  const began = performance.now();
  const now = () => performance.now() - began;
  const { agreed, coachAgreed } = aRecording;
  const drafts: FactDraft[] = [...UNTIL_CHECK_IN, agreed('room-video'), agreed('room-audio'), coachAgreed];
  const report = vi.fn<(error: unknown, doing: string) => void>();
  const state = () => foldFacts([aFact.opened(), ...numbered(drafts)]);
  const insist: RecordingKeeperPorts['actor']['insist'] = (decide) => {
    const decided = decide(state(), now());
    if (decided.ok) drafts.push(...decided.value);
    keeper.sync();
  };
  const keeper = createRecordingKeeper({
    recorder: createFfmpegRecorder({ ffmpeg: ffmpeg ?? '', time: realTime, report }),
    store,
    minFreeBytes: 0,
    sessionId: SESSION,
    room: {
      feed: (from, to) => (from === LEAD ? coach : family).room.feed(from, to),
      received: family.room.received,
    },
    actor: { state, now, insist },
    sendings: () => [
      { from: SENDER, source: 'camera', producerId: 'camera', turn: 0 },
      { from: SENDER, source: 'room-microphone', producerId: 'microphone', turn: 0 },
      { from: LEAD, source: 'voice', producerId: 'voice', turn: 0 },
    ],
    time: realTime,
    report,
  });
  onTestFinished(() => keeper.close());
  keeper.sync();
  return {
    ...family,
    keeper,
    report,
    facts: () => drafts.filter(({ type }) => type.startsWith('recording.')),
    takes: () => store.list(SESSION),
    contentOf: async (index: number) => {
      const take = (await store.list(SESSION))[index];
      const reader = take && (await store.open(SESSION, take.partId));
      if (reader === undefined) throw new Error('There is no such take.');
      const bytes: Uint8Array[] = [];
      for await (const piece of reader.read(0, reader.size)) bytes.push(piece);
      const { frames, faults } = probeWebm(Buffer.concat(bytes));
      return { faults, frames: frames.map(({ kind, atMs }) => ({ kind, at: reader.zeroAt + atMs })) };
    },
  };
}

const kindsIn = (frames: readonly { readonly kind: string }[]) => new Set(frames.map(({ kind }) => kind));

describe.skipIf(!ffmpeg || !workerBin).for([
  ['camera', 'audio', 'video'],
  ['microphone', 'video', 'audio'],
] as const)('a %s that is silent at first', ([, sent, silent]) => {
  test('[RCD3] takes nothing from the other source, and a silent coach is not reported as a failure', async () => {
    const { keeper, report, facts, takes, contentOf, send } = await aRecordedSession(sent);
    await vi.waitFor(async () => expect(await takes()).toHaveLength(1), PATIENTLY);
    send(silent);
    await vi.waitFor(async () => {
      const [alone] = await takes();
      expect(alone?.growing).toBe(false);
      expect(kindsIn((await contentOf(1)).frames)).toEqual(new Set(['audio', 'video']));
    }, PATIENTLY);
    await keeper.close();

    expect(facts().map((fact) => [fact.type, 'why' in fact ? fact.why : undefined])).toEqual([
      ['recording.started', undefined],
      ['recording.started', undefined],
      ['recording.stopped', 'sender-changed'],
      ['recording.stopped', 'server-restart'],
    ]);
    expect(report).not.toHaveBeenCalled();
    expect(await takes()).toHaveLength(2);
    const [alone, both] = [await contentOf(0), await contentOf(1)];
    expect([alone.faults, both.faults]).toEqual(['', '']);
    expect(kindsIn(alone.frames)).toEqual(new Set([sent]));
    // The second take begins before the first ends, so nothing is missing.
    expect(Math.min(...both.frames.map(({ at }) => at))).toBeLessThanOrEqual(
      Math.max(...alone.frames.map(({ at }) => at)),
    );
  });
});
