import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Talking } from './figures.ts';
import { createPainter } from './painter.ts';
import type { Timed } from './schedule.ts';
import type { Line } from './script.ts';
import { y4mFrame, y4mHeader } from './y4m.ts';

export const FRAMES_PER_SECOND = 15;
const SYLLABLE_MS = 210;

type Spoken = Timed & Pick<Line, 'who'>;

export async function writeFilm(file: string, said: readonly Spoken[], lengthMs: number, { hasStrip = true } = {}) {
  await pipeline(Readable.from(film(said, lengthMs, hasStrip)), createWriteStream(file));
}

function* film(said: readonly Spoken[], lengthMs: number, hasStrip: boolean): Generator<Buffer> {
  const paint = createPainter({ hasStrip });
  const frames = (lengthMs * FRAMES_PER_SECOND) / 1000;
  for (let frame = 0; frame < frames; frame++) {
    const ms = (frame * 1000) / FRAMES_PER_SECOND;
    const canvas = paint({ frame, ms, talking: talkingAt(said, ms) });
    if (frame === 0) yield y4mHeader(canvas, FRAMES_PER_SECOND);
    yield y4mFrame(canvas);
  }
}

/** Mouths open and close about as often as there are syllables. */
function talkingAt(said: readonly Spoken[], ms: number): Talking {
  const speaker = said.find(({ startMs, endMs }) => startMs <= ms && ms < endMs);
  const open = 0.35 + 0.65 * Math.abs(Math.sin((ms / SYLLABLE_MS) * Math.PI));
  return { parent: speaker?.who === 'parent' ? open : 0, child: speaker?.who === 'child' ? open : 0 };
}
