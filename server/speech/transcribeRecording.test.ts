import { execFile, spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type FakeFamily, makeFakeFamily } from '#tools/fakeFamily.ts';
import { JobError } from '#server/jobs/jobs.ts';
import { openTranscriber } from './transcribeRecording.ts';

const run = promisify(execFile);

const FamilyScript = z.object({
  lengthMs: z.number(),
  utterances: z.array(z.object({ text: z.string(), startMs: z.number(), endMs: z.number() })),
});

let family: FakeFamily;
let script: z.infer<typeof FamilyScript>;

beforeAll(async () => {
  family = await makeFakeFamily();
  script = FamilyScript.parse(JSON.parse(await readFile(family.script, 'utf8')));
});

const quietly = { writesWords: true, onProgress: () => undefined, signal: new AbortController().signal };

/** Transcribes without a model for words. */
const transcribe = openTranscriber({ ffmpeg: 'ffmpeg', modelFolder: undefined, report: () => undefined });

/** The family's sound as the recorder keeps it. */
async function webm(filter: string): Promise<readonly Uint8Array[]> {
  const { stdout } = await run(
    'ffmpeg',
    ['-v', 'error', '-i', family.audio, '-af', filter, '-c:a', 'libopus', '-f', 'webm', 'pipe:1'],
    { encoding: 'buffer', maxBuffer: 32_000_000 },
  );
  return [stdout];
}

async function* each(pieces: readonly Uint8Array[]) {
  yield* pieces;
}

/** The share of [from, to) in which speech was found. */
const shareIn = (speech: readonly { readonly span: readonly [number, number] }[], from: number, to: number) =>
  speech.reduce((sum, { span }) => sum + Math.max(0, Math.min(to, span[1]) - Math.max(from, span[0])), 0) / (to - from);

test('[TRN3] every utterance of a recorded minute is found, and little of its pauses', async () => {
  const { speech, lengthMs, engine } = await transcribe(each(await webm('anull')), quietly);
  const found = script.utterances.filter(({ startMs, endMs }) => shareIn(speech, startMs, endMs) >= 0.5);
  expect(found).toHaveLength(script.utterances.length);

  const pauses = script.utterances.flatMap(({ endMs }, index) => {
    const next = script.utterances[index + 1]?.startMs ?? script.lengthMs;
    return next - endMs >= 600 ? [[endMs + 200, next - 200] as const] : [];
  });
  expect(pauses.length).toBeGreaterThan(3);
  expect(pauses.filter(([from, to]) => shareIn(speech, from, to) > 0)).toEqual([]);
  expect(Math.abs(lengthMs - script.lengthMs)).toBeLessThan(100);
  expect(engine).toBeUndefined();
});

test('[TRN3] after a hole in the recording, speech keeps its time', async () => {
  const { speech } = await transcribe(each(await webm(`aselect='not(between(t,20,40))'`)), quietly);
  const after = script.utterances.filter(({ startMs }) => startMs > 41_000);
  expect(after.filter(({ startMs, endMs }) => shareIn(speech, startMs, endMs) < 0.5)).toEqual([]);
  expect(speech.filter(({ span }) => span[0] > 20_500 && span[1] < 39_500)).toEqual([]);
});

test('a film file can be transcribed too, and progress is reported', async () => {
  const told: number[] = [];
  const recording = spawn('ffmpeg', [
    ...['-v', 'error', '-i', family.video, '-i', family.audio, '-c:v', 'libvpx', '-deadline', 'realtime'],
    ...['-s', '160x120', '-r', '5', '-c:a', 'libopus', '-f', 'webm', 'pipe:1'],
  ]).stdout;
  const { speech } = await transcribe(recording, { ...quietly, onProgress: (heardMs) => told.push(heardMs) });
  expect(speech.length).toBeGreaterThan(20);
  expect(told.length).toBeGreaterThanOrEqual(5);
  expect(told).toEqual(told.toSorted((one, other) => one - other));
});

test('a file that is not a recording is refused with a message', async () => {
  await expect(transcribe(createReadStream(import.meta.filename), quietly)).rejects.toThrow(
    new JobError('The sound of the recording could not be read.'),
  );
});

test('without ffmpeg it is refused, and no process is left running', async () => {
  const without = openTranscriber({ ffmpeg: '/nowhere/ffmpeg', modelFolder: undefined, report: () => undefined });
  await expect(without(createReadStream(family.audio), quietly)).rejects.toThrow(JobError);
});

test('a recording that breaks off in the middle fails with the reason', async () => {
  async function* broken() {
    yield new Uint8Array(64);
    throw new Error('this piece cannot be decrypted');
  }
  await expect(transcribe(broken(), quietly)).rejects.toThrow('this piece cannot be decrypted');
});

test('it can be canceled in the middle', async () => {
  const stopping = new AbortController();
  const hearing = transcribe(createReadStream(family.audio), {
    writesWords: true,
    onProgress: () => stopping.abort(),
    signal: stopping.signal,
  });
  await expect(hearing).rejects.toThrow();
});

test('an unusable model folder fails with a message that names it', async () => {
  const misled = openTranscriber({ ffmpeg: 'ffmpeg', modelFolder: '/nowhere/model', report: () => undefined });
  await expect(misled(createReadStream(family.audio), quietly)).rejects.toThrow(
    new JobError('/nowhere/model: This folder cannot be read.'),
  );
});
