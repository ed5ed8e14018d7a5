import type { Span } from '#shared/domain/codingWindow.ts';
import { mediaTimeAt, sessionTimeAt } from '#shared/domain/recording/timeMap.ts';
import type { TakeId } from '#shared/protocol/ids.ts';
import type { FileTrack, RecordingFile, Run } from '#shared/session/recording/recordingFile.ts';
import type { TakeReader } from '#server/recording/recordingStore.ts';
import type { PictureEncoder, Size } from './encodePicture.ts';
import { readBlocks, type WebmBlock, type WebmTracks } from './webmBlocks.ts';

/** A take of the recording, and what its file contains. */
export type OpenTake = TakeReader & { readonly holds: WebmTracks };
export type OpenTakes = ReadonlyMap<TakeId, OpenTake>;

/** How often the black picture is repeated, in ms, so that a player finds one wherever it starts. */
const BLACK_EVERY_MS = 1_000;
const PACKET_MS = 20;
/** RFC 6716: a packet of 20 ms that decodes to silence. */
const SILENCE = Buffer.from([0xf8, 0xff, 0xfe]);

type Filling = { readonly file: RecordingFile; readonly takes: OpenTakes; readonly number: number };

/** All pictures of a file, in session time: the room's, and black in between. */
export async function* fillPicture(
  { runs }: FileTrack,
  { file, takes, number }: Filling,
  { encoder, size, black }: { readonly encoder: PictureEncoder; readonly size: Size; readonly black: Buffer },
): AsyncGenerator<WebmBlock> {
  const holes = file.holes.filter(({ what }) => what === 'picture').map(({ from, to }): Span => [from, to]);
  function* dark(from: number, to: number): Generator<WebmBlock> {
    for (let at = from; at < to; at += BLACK_EVERY_MS) yield { track: number, at, isKey: true, data: black };
  }

  let filled = 0;
  for (const run of runs) {
    yield* dark(filled, run.from);
    const lost = holes.flatMap(([from, to]): Span[] => clipped(from, to, run));
    const waiting = [...lost];
    for await (const block of pictures(run, lost)) {
      for (let hole = waiting[0]; hole !== undefined && hole[0] <= block.at; hole = waiting[0]) {
        waiting.shift();
        yield* dark(hole[0], hole[1]);
      }
      yield block;
    }
    for (const [from, to] of waiting) yield* dark(from, to);
    filled = run.to;
  }
  yield* dark(filled, file.durationMs);

  async function* pictures(run: Run, lost: readonly Span[]): AsyncGenerator<WebmBlock> {
    const take = takes.get(run.partId);
    const { picture } = take?.holds ?? {};
    if (take === undefined || picture === undefined) return;
    const whole = take.read(0, take.size);
    const isAsItIs =
      picture.width === size.width &&
      picture.height === size.height &&
      lost.length === 0 &&
      run.from <= sessionTimeAt(take.timeMap, 0) + 1;
    const within = ([from, to]: Span): Span => [mediaTimeAt(take.timeMap, from), mediaTimeAt(take.timeMap, to)];
    const [from, to] = within([run.from, run.to]);
    const bytes = isAsItIs ? whole : encoder.encode(whole, { from, to, without: lost.map(within) }, size);
    for await (const block of readBlocks(bytes)) {
      if (isAsItIs && block.track !== picture.track) continue;
      const at = sessionTimeAt(take.timeMap, block.at);
      if (at >= run.to) return;
      if (at >= run.from) yield { ...block, track: number, at };
    }
  }
}

/** All sound of a file, in session time: what was recorded, and silence in between. */
export async function* fillSound(
  { runs, has }: FileTrack,
  { file, takes, number }: Filling,
): AsyncGenerator<WebmBlock> {
  let filled = 0;
  function* silence(to: number): Generator<WebmBlock> {
    for (; filled + PACKET_MS <= to; filled += PACKET_MS) {
      yield { track: number, at: filled, isKey: true, data: SILENCE };
    }
  }

  for (const run of runs) {
    const take = takes.get(run.partId);
    if (take?.holds.sound === undefined) continue;
    for await (const block of readBlocks(take.read(0, take.size))) {
      if (block.track !== take.holds.sound) continue;
      const at = sessionTimeAt(take.timeMap, block.at);
      if (at >= run.to) break;
      if (at < run.from || !has.some(([from, to]) => at >= from && at < to)) continue;
      yield* silence(at);
      yield { ...block, track: number, at };
      filled = at + PACKET_MS;
    }
  }
  yield* silence(file.durationMs);
}

/** The blocks of several tracks, in order of time. */
export async function* inOrder(streams: readonly AsyncGenerator<WebmBlock>[]): AsyncGenerator<WebmBlock> {
  try {
    const next = await Promise.all(streams.map(async (stream) => stream.next()));
    for (;;) {
      let first: number | undefined;
      let earliest = Infinity;
      for (const [index, { value, done }] of next.entries()) {
        if (done === true || value.at >= earliest) continue;
        [first, earliest] = [index, value.at];
      }
      const [stream, block] = first === undefined ? [] : [streams[first], next[first]];
      if (first === undefined || stream === undefined || block?.done !== false) return;
      yield block.value;
      next[first] = await stream.next();
    }
  } finally {
    await Promise.all(streams.map(async (stream) => stream.return(undefined)));
  }
}

function clipped(from: number, to: number, run: Run): Span[] {
  const [start, end] = [Math.max(from, run.from), Math.min(to, run.to)];
  return end > start ? [[start, end]] : [];
}
