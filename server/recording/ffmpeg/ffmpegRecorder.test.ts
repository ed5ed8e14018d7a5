import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Source } from '#shared/domain/audience.ts';
import { ParticipantId } from '#shared/protocol/ids.ts';
import type { Turn } from '#server/media/mediaServer.ts';
import { realTime } from '#server/time/time.ts';
import { createFfmpegRecorder } from './ffmpegRecorder.ts';
import type { RecordedSpan } from '../recorder.ts';
import { pictureSize, probeWebm } from './testing/probeWebm.ts';
import { ffmpeg, type RtpFamily, startRtpFamily, workerBin } from './testing/rtpFamily.ts';

const PATIENTLY = { timeout: 40_000, interval: 50 };

const ROOM: readonly Source[] = ['camera', 'room-microphone'];
const now = () => performance.now();

async function record(
  sources: readonly Source[],
  executable = ffmpeg ?? '',
  { turn = 0, ...sent }: RtpFamily & { readonly turn?: Turn } = {},
) {
  const family = await startRtpFamily(sent);
  onTestFinished(family.close);
  const report = vi.fn<(error: unknown, doing: string) => void>();
  const chunks: { readonly bytes: Uint8Array; readonly at: number }[] = [];
  let zeroAt: number | undefined;
  let recorded: RecordedSpan | undefined;
  const recording = createFfmpegRecorder({ ffmpeg: executable, time: realTime, report }).start({
    room: family.room,
    from: ParticipantId.parse('home'),
    sources,
    turn,
    now,
    onBegin: (at) => (zeroAt = at),
    onBytes: (bytes) => chunks.push({ bytes: Uint8Array.from(bytes), at: now() }),
    onRecorded: (span) => (recorded = span),
  });
  onTestFinished(recording.stop);
  return {
    ...family,
    recording,
    report,
    zeroAt: () => zeroAt ?? 0,
    recorded: () => recorded,
    file: () => Buffer.concat(chunks.map(({ bytes }) => bytes)),
    lastAt: () => chunks.at(-1)?.at ?? 0,
    /** Resolves when this much more has been recorded. A recorder that ended records no more: then its report says why. */
    more: async (chunkCount: number) => {
      const until = chunks.length + chunkCount;
      const isOver = () => recording.endedBy() !== undefined;
      await vi.waitUntil(() => chunks.length >= until || isOver(), PATIENTLY).catch(() => undefined);
      const state = `${recording.endedBy() ?? 'still running'} ${report.mock.calls.map(String).join('\n')}`;
      expect(chunks.length, `The recorder: ${state}`).toBeGreaterThanOrEqual(until);
    },
  };
}

/** The recorders that run for this process. */
function runningRecorders(): number[] {
  const children = execFileSync('sh', [
    '-c',
    `pgrep -P ${process.pid} sh | while read p; do pgrep -P $p ffmpeg; done; true`,
  ]);
  return String(children).split('\n').filter(Boolean).map(Number);
}

describe.skipIf(!ffmpeg || !workerBin)('ffmpeg', () => {
  test('[RCD4] records picture and sound on the session’s clock, in small pieces as they arrive', async () => {
    const { recording, more, file, zeroAt, lastAt, recorded } = await record(ROOM);
    await more(8);
    recording.stop();
    expect(await recording.ended).toBe('stopped');
    const { frames, faults } = probeWebm(file());
    expect(faults).toBe('');
    const all = frames.map(({ atMs }) => zeroAt() + atMs);
    // A reader takes off the 6.5 ms that Opus needs to start.
    expect(Math.abs((recorded()?.from ?? 0) - Math.min(...all))).toBeLessThan(10);
    expect(Math.abs((recorded()?.to ?? 0) - Math.max(...all))).toBeLessThan(10);
    const times = (kind: string) => frames.filter((frame) => frame.kind === kind).map(({ atMs }) => atMs);
    const steps = (list: number[]) => list.slice(1).map((at, i) => Math.round(at - (list[i] ?? 0)));
    // 15 pictures a second, and 20 ms of sound in a packet, however unevenly they arrived. A busy machine loses some.
    const pictures = steps(times('video')).toSorted((a, b) => a - b);
    // A busy machine also makes the clock correct itself, but no picture goes back in time.
    expect(pictures[0]).toBeGreaterThan(0);
    expect(pictures[Math.floor(pictures.length / 2)]).toBe(67);
    const sounds = steps(times('audio')).toSorted((a, b) => a - b);
    expect(sounds[Math.floor(sounds.length / 2)]).toBe(20);
    expect(frames.filter(({ isKey, kind }) => isKey && kind === 'video').length).toBeGreaterThan(2);
    // The last packet was sent before it arrived, and not long before.
    const newest = zeroAt() + Math.max(...frames.map(({ atMs }) => atMs));
    expect(newest).toBeLessThan(lastAt());
    expect(lastAt() - newest).toBeLessThan(5_000);
  });

  test('a camera that sends H264 is recorded in a codec that WebM supports, complete and upright', async () => {
    const { recording, more, file } = await record(ROOM, undefined, { codec: 'h264', size: '120x160' });
    await more(8);
    recording.stop();
    expect(await recording.ended).toBe('stopped');
    const { frames, faults } = probeWebm(file());
    expect(faults).toBe('');
    for (const kind of ['video', 'audio']) {
      expect(frames.filter((frame) => frame.kind === kind).length).toBeGreaterThan(10);
    }
    const { codec, shown } = pictureSize(file());
    expect(codec).toBe('vp8');
    // 3:4, with black on both sides.
    expect(Math.abs(shown.width / shown.height - 3 / 4)).toBeLessThan(0.03);
  });

  test.for<[Turn, 'vp8' | 'h264', number]>([
    [90, 'vp8', 3 / 4],
    [270, 'h264', 3 / 4],
    [180, 'vp8', 4 / 3],
  ])('a picture that must be turned by %i degrees, of %s, is recorded upright', async ([turn, codec, shape]) => {
    const { recording, more, file } = await record(['camera'], undefined, { turn, codec });
    await more(4);
    recording.stop();
    expect(await recording.ended).toBe('stopped');
    expect(probeWebm(file()).faults).toBe('');
    const { shown } = pictureSize(file());
    expect(Math.abs(shown.width / shown.height - shape)).toBeLessThan(0.05);
  });

  test('a voice that is silent from the start causes no failure, and is recorded from its first word on', async () => {
    const { recording, more, file, report, send } = await record(['voice'], undefined, { sends: [] });
    // Longer than a recorder waits for anything else.
    await sleep(12_000);
    expect(recording.endedBy()).toBeUndefined();
    expect(file()).toHaveLength(0);
    send('audio');
    await more(3);
    recording.stop();
    expect(await recording.ended).toBe('stopped');
    expect(report).not.toHaveBeenCalled();
    const { frames, faults } = probeWebm(file());
    expect(faults).toBe('');
    expect(frames.length).toBeGreaterThan(10);
  });

  test('a voice that said nothing ends in order, with nothing recorded', async () => {
    const { recording, file, report } = await record(['voice'], undefined, { sends: [] });
    await sleep(1_000);
    recording.stop();
    expect(await recording.ended).toBe('stopped');
    expect(file()).toHaveLength(0);
    expect(report).not.toHaveBeenCalled();
  });

  test('a voice that was shut leaves silence of the same length, and what follows is in its place', async () => {
    const { recording, more, file, sound } = await record(['voice']);
    await more(3);
    await sound.pause();
    const shutAt = now();
    await sleep(3_000);
    await sound.resume();
    const shutFor = now() - shutAt;
    // The silence is written at once when it is over, and the voice after it.
    await more(16);
    recording.stop();
    await recording.ended;
    const { frames, faults } = probeWebm(file());
    expect(faults).toBe('');
    const span = (frames.at(-1)?.atMs ?? 0) - (frames[0]?.atMs ?? 0);
    expect(span).toBeGreaterThan(shutFor);
    // Players count samples: there is a packet for every 20 ms of the silence.
    expect(Math.abs((frames.length - 1) * 20 - span)).toBeLessThan(60);
  });

  test('[RCD3] a recorder that is killed counts as died, and what it wrote plays', async () => {
    const { recording, more, file } = await record(ROOM);
    await more(6);
    for (const pid of runningRecorders()) process.kill(pid, 'SIGKILL');
    expect(await recording.ended).toBe('recorder-died');
    const { frames } = probeWebm(file());
    expect(frames.filter(({ kind }) => kind === 'video').length).toBeGreaterThan(10);
  });

  test('a killed worker ends the recording, and what was written plays', async () => {
    const { recording, more, file, killWorker } = await record(ROOM);
    await more(6);
    killWorker();
    expect(await recording.ended).toBe('worker-died');
    expect(probeWebm(file()).frames.length).toBeGreaterThan(10);
    await vi.waitFor(() => expect(runningRecorders()).toEqual([]), PATIENTLY);
  });

  test('a program that does not start counts as died', async () => {
    const { recording, report } = await record(ROOM, '/nowhere/ffmpeg');
    expect(await recording.ended).toBe('recorder-died');
    expect(report).toHaveBeenCalled();
  });
});
