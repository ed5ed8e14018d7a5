import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Span } from '#shared/domain/codingWindow.ts';
import { lowPriority } from '#server/processes/lowPriority.ts';
import { readBlocks } from './webmBlocks.ts';

export type Size = { readonly width: number; readonly height: number };

/** The span of a take's picture that goes into a file. All times in ms of the take's own file. */
type PictureCut = {
  readonly from: number;
  readonly to: number;
  /** Spans without a picture. Nothing is read from them, and the next picture after each is a key frame. */
  readonly without: readonly Span[];
};

/** Encodes pictures with ffmpeg. The bytes only go through pipes, so nothing unencrypted touches the disk. */
export type PictureEncoder = {
  /** The pictures of a WebM file inside the cut, fitted whole into this size, each at its own time. */
  readonly encode: (file: AsyncIterable<Uint8Array>, cut: PictureCut, size: Size) => AsyncIterable<Uint8Array>;
  /** A black picture that is a key frame. */
  readonly black: (size: Size) => Promise<Buffer>;
};

const VP8 = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-lag-in-frames', '0', '-b:v', '1500k'];
const TO_WEBM = ['-avoid_negative_ts', 'disabled', '-f', 'webm', '-live', '1', '-cluster_time_limit', '1000', 'pipe:1'];

export function createPictureEncoder(ffmpeg: string, signal: AbortSignal): PictureEncoder {
  return {
    encode: (file, cut, size) => run(ffmpeg, encodingOf(cut, size), signal, file),

    async black({ width, height }) {
      const made = ['-f', 'lavfi', '-i', `color=black:size=${width}x${height}`, '-frames:v', '1', ...VP8, ...TO_WEBM];
      for await (const { data } of readBlocks(run(ffmpeg, made, signal))) return data;
      throw new Error('No black picture was made.');
    },
  };
}

function encodingOf({ from, to, without }: PictureCut, { width, height }: Size): string[] {
  const seconds = (ms: number) => (ms / 1_000).toFixed(3);
  const isIn = (start: number, end: number) => `gte(t,${seconds(start)})*lt(t,${seconds(end)})`;
  const wanted = [isIn(from, to), ...without.map(([start, end]) => `not(${isIn(start, end)})`)].join('*');
  const keys = without.map(([, end]) => seconds(end));
  return [
    ...['-copyts', '-i', 'pipe:0', '-map', '0:v:0'],
    '-vf',
    [
      `select='${wanted}'`,
      `scale=${width}:${height}:force_original_aspect_ratio=decrease:force_divisible_by=2`,
      `pad=${width}:${height}:-1:-1`,
    ].join(','),
    ...(keys.length > 0 ? ['-force_key_frames', keys.join(',')] : []),
    ...['-fps_mode', 'passthrough', '-enc_time_base', '1:1000', '-g', '60', ...VP8, ...TO_WEBM],
  ];
}

/** What ffmpeg makes of these bytes. It runs at the lowest priority and ends when nobody reads its output anymore. */
async function* run(
  ffmpeg: string,
  args: readonly string[],
  signal: AbortSignal,
  input?: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  signal.throwIfAborted();
  const child = spawn(ffmpeg, ['-hide_banner', '-loglevel', 'error', ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  let words = '';
  child.stderr.on('data', (said: Buffer) => (words = `${words}${said.toString()}`.slice(-2_000)));
  const ended = new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
  const kill = () => child.kill('SIGKILL');
  signal.addEventListener('abort', kill);
  if (child.pid !== undefined) lowPriority(child.pid);
  // It need not read everything: it stops reading at the end of the cut.
  const fed = input ? pipeline(Readable.from(input), child.stdin).catch(() => undefined) : child.stdin.end();
  try {
    for await (const bytes of child.stdout) yield Buffer.from(bytes);
    signal.throwIfAborted();
    if ((await ended) !== 0) throw new Error(`The pictures could not be encoded: ${words}`);
    await fed;
  } finally {
    signal.removeEventListener('abort', kill);
    kill();
  }
}
