import { expect, test } from 'vitest';
import { transcribeSound } from './transcribeSound.ts';
import { SAMPLE_RATE, type SpeechModel } from './speechModel.ts';
import type { SpeechMessage } from './speechMessage.ts';
import type { SpeechToText } from './speechToText.ts';

const LOUDNESS: SpeechModel = {
  probability: async (frame) => (frame.some((sample) => Math.abs(sample) > 0.1) ? 1 : 0),
  close: async () => undefined,
};

/** Writes how many seconds it was given. */
const STOPWATCH: SpeechToText = {
  name: 'stopwatch',
  transcribe: async (pcm, rate) => ` ${(pcm.length / rate).toFixed(1)} s `,
};

async function* seconds(loud: readonly boolean[]) {
  for (const is of loud) yield new Float32Array(SAMPLE_RATE).fill(is ? 0.5 : 0);
}

async function transcribe(loud: readonly boolean[], engine?: SpeechToText): Promise<readonly SpeechMessage[]> {
  const said: SpeechMessage[] = [];
  await transcribeSound(seconds(loud), { model: LOUDNESS, engine, say: (message) => said.push(message) });
  return said;
}

test('without an engine there are spans and no words', async () => {
  expect(await transcribe([false, true, false])).toEqual([
    { type: 'speech', from: 992, to: 2_016 },
    { type: 'finished', heardMs: 3_000 },
  ]);
});

test('an engine writes the words of each span, and is named at the end', async () => {
  expect(await transcribe([true, false, true, false], STOPWATCH)).toEqual([
    { type: 'speech', from: 0, to: 1_024, text: '1.2 s' },
    { type: 'speech', from: 1_984, to: 3_008, text: '1.4 s' },
    { type: 'finished', heardMs: 4_000, engine: 'stopwatch' },
  ]);
});

test('a span longer than a recognizer accepts is transcribed in pieces', async () => {
  const [speech] = (
    await transcribe(
      Array.from({ length: 60 }, () => true),
      STOPWATCH,
    )
  ).filter(({ type }) => type === 'speech');
  expect(speech).toMatchObject({ from: 0, to: 60_000, text: '25.0 s 25.0 s 10.0 s' });
});

test('progress is reported every 10 s of sound, even if nobody speaks', async () => {
  const progress = (await transcribe(Array.from({ length: 35 }, () => false))).filter(
    ({ type }) => type === 'progress',
  );
  expect(progress).toEqual([10_000, 20_000, 30_000].map((heardMs) => ({ type: 'progress', heardMs })));
});
