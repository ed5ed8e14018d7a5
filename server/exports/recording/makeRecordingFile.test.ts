import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { TakeId } from '#shared/protocol/ids.ts';
import type { RecordingHole } from '#shared/protocol/recording.ts';
import type { RecordingFile } from '#shared/session/recording/recordingFile.ts';
import { probeWebm } from '#server/recording/ffmpeg/testing/probeWebm.ts';
import { findFfmpeg } from '#server/processes/findFfmpeg.ts';
import type { TakeReader } from '#server/recording/recordingStore.ts';
import { makeRecordingFile } from './makeRecordingFile.ts';

const ffmpeg = findFfmpeg(process.env) ?? '';
const partId = (n: number) => TakeId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);

/** A take that begins at a session time (ms) and is white and loud throughout. */
function aTake(n: number, zeroAt: number, seconds: number, size: string | undefined): TakeReader {
  const picture = size === undefined ? [] : ['-f', 'lavfi', '-i', `color=white:size=${size}:rate=15`];
  const args = [
    ...[...picture, '-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000', '-ac', '2', '-t', String(seconds)],
    ...['-c:v', 'libvpx', '-deadline', 'realtime', '-g', '30', '-c:a', 'libopus', '-f', 'webm', '-live', '1', 'pipe:1'],
  ];
  const file = spawnSync(ffmpeg, ['-v', 'error', ...args], { maxBuffer: 2 ** 26 }).stdout;
  return {
    partId: partId(n),
    recorder: size === undefined ? 'coach' : 'room',
    tracks: size === undefined ? ['coach-voice'] : ['room-video', 'room-audio'],
    zeroAt,
    durationMs: seconds * 1_000,
    timeMap: [[0, zeroAt]],
    complete: true,
    growing: false,
    size: file.length,
    async *read(from, to) {
      for (let at = from; at < to; at += 10_000) yield file.subarray(at, Math.min(at + 10_000, to));
    },
  };
}

const [FIRST, TURNED, COACH] = [
  aTake(1, 2_000, 4, '160x120'),
  aTake(2, 8_000, 3, '120x160'),
  aTake(3, 5_000, 2, undefined),
];

function aFile(holes: readonly RecordingHole[] = []): RecordingFile {
  const runs = [
    { partId: FIRST.partId, from: 2_000, to: 6_000 },
    { partId: TURNED.partId, from: 8_000, to: 11_000 },
  ];
  const without = holes.find(({ what }) => what === 'sound');
  return {
    durationMs: 12_000,
    holes,
    tracks: [
      { track: 'room-video', runs, has: [] },
      {
        track: 'room-audio',
        runs,
        has: without
          ? [
              [2_000, without.from],
              [without.to, 6_000],
              [8_000, 11_000],
            ]
          : [
              [2_000, 6_000],
              [8_000, 11_000],
            ],
      },
      { track: 'coach-voice', runs: [{ partId: COACH.partId, from: 5_000, to: 7_000 }], has: [[5_000, 7_000]] },
    ],
  };
}

async function make(file: RecordingFile, takes = [FIRST, TURNED, COACH], signal = new AbortController().signal) {
  const pieces: Uint8Array[] = [];
  const open = async (id: TakeId) => takes.find((take) => take.partId === id);
  for await (const bytes of makeRecordingFile(file, { open, ffmpeg, signal, onProgress: () => undefined }))
    pieces.push(bytes);
  return Buffer.concat(pieces);
}

/** The brightness of the picture (0 to 255) and the loudness of an audio track (0 to 1) in each second of a file. */
function secondsOf(file: Buffer) {
  const run = (...args: string[]) =>
    spawnSync(ffmpeg, ['-v', 'error', '-i', 'pipe:0', ...args, 'pipe:1'], { input: file, maxBuffer: 2 ** 28 }).stdout;
  const pictures = run('-map', '0:v:0', '-vf', 'fps=10:start_time=0,scale=1:1,format=gray', '-f', 'rawvideo');
  const loud = (track: number) => {
    const sound = run(
      '-map',
      `0:a:${track}`,
      '-af',
      'aresample=async=1:first_pts=0',
      '-ac',
      '1',
      '-ar',
      '8000',
      '-f',
      's16le',
    );
    const samples = Array.from({ length: sound.length / 2 }, (_, index) => Math.abs(sound.readInt16LE(index * 2)));
    return perSecond(samples, 8_000).map((value) => value > 200);
  };
  return { bright: perSecond([...pictures], 10).map((value) => value > 60), room: loud(0), coach: loud(1) };
}

/** The mean of the middle of each second, so that an edge at a full second does not matter. */
function perSecond(values: readonly number[], rate: number): number[] {
  return Array.from({ length: Math.floor(values.length / rate) }, (_, second) => {
    const middle = values.slice((second + 0.3) * rate, (second + 0.7) * rate);
    return middle.reduce((sum, value) => sum + value, 0) / middle.length;
  });
}

const inSeconds = (...seconds: number[]) => Array.from({ length: 12 }, (_, second) => seconds.includes(second));

test.skipIf(ffmpeg === '')(
  '[RCD8] all takes become one file in session time, black and silent between them',
  async () => {
    const file = await make(aFile());
    const { frames, faults } = probeWebm(file);
    expect(faults).toBe('');
    const times = (kind: string) => frames.filter((frame) => frame.kind === kind).map(({ atMs }) => atMs);
    expect(times('video')[0]).toBe(0);
    expect(Math.max(...times('audio'))).toBeGreaterThan(11_900);
    for (const begins of [2_000, 8_000]) {
      expect(times('video').some((at) => at >= begins && at < begins + 10)).toBe(true);
    }
    const { bright, room, coach } = secondsOf(file);
    expect(bright.slice(0, 12)).toEqual(inSeconds(2, 3, 4, 5, 8, 9, 10).slice(0, bright.length));
    expect(room.slice(0, 12)).toEqual(inSeconds(2, 3, 4, 5, 8, 9, 10).slice(0, room.length));
    expect(coach.slice(0, 12)).toEqual(inSeconds(5, 6).slice(0, coach.length));
  },
);

test.skipIf(ffmpeg === '')(
  '[RCD8] a hole in the picture is black, a hole in the sound is silent, and the other goes on',
  async () => {
    const file = await make(
      aFile([
        { what: 'picture', why: 'device-stopped', from: 3_000, to: 5_000 },
        { what: 'sound', why: 'not-arriving', from: 4_000, to: 5_000 },
      ]),
    );
    expect(probeWebm(file).faults).toBe('');
    const { bright, room } = secondsOf(file);
    expect(bright.slice(0, 11)).toEqual(inSeconds(2, 5, 8, 9, 10).slice(0, 11));
    expect(room.slice(0, 11)).toEqual(inSeconds(2, 3, 5, 8, 9, 10).slice(0, 11));
  },
);

test.skipIf(ffmpeg === '')('a file whose take is gone, or that is canceled, is not made', async () => {
  await expect(make(aFile(), [FIRST])).rejects.toThrow('A take of the recording is gone.');
  await expect(make(aFile(), undefined, AbortSignal.abort())).rejects.toThrow();
});
