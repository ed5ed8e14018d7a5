import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { decodeWav, type Sound } from './wav.ts';
import type { Line } from './script.ts';

const run = promisify(execFile);

/** espeak-ng's voice, pitch (0 to 99) and words per minute. */
const VOICES = {
  parent: ['-v', 'en-us+f3', '-p', '45', '-s', '185'],
  child: ['-v', 'en-us+f5', '-p', '92', '-s', '175'],
} as const satisfies Record<Line['who'], readonly string[]>;

const QUIET = 0.005;

type Spoken<L> = L & { readonly sound: Sound; readonly ms: number };

/** Says one line aloud, without the silence that espeak-ng adds. */
export async function speak<L extends Pick<Line, 'who' | 'text'>>(line: L): Promise<Spoken<L>> {
  const { stdout } = await run('espeak-ng', ['--stdout', ...VOICES[line.who], line.text], { encoding: 'buffer' });
  const sound = withoutSilence(decodeWav(stdout));
  return { ...line, sound, ms: Math.ceil((sound.samples.length / sound.rate) * 1000) };
}

function withoutSilence({ rate, samples }: Sound): Sound {
  const loud = (sample: number) => Math.abs(sample) > QUIET;
  return { rate, samples: samples.subarray(samples.findIndex(loud), samples.findLastIndex(loud) + 1) };
}
