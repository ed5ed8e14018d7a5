import { spawn } from 'node:child_process';
import { BARCODE, readFrame } from '#tools/fake-family/frameBarcode.ts';

/** A frame of a recording: its bar-coded number, if readable, and its time in the recording. */
type RecordedFrame = { readonly frame: number | undefined; readonly mediaMs: number };

/** Decodes a recording with ffmpeg and reads the bar code of every frame. Rejects if it does not play. */
export async function recordedFrames(file: string): Promise<readonly RecordedFrame[]> {
  const { width, height } = BARCODE;
  const filter = `scale=${width}:${height},format=gray,showinfo`;
  const output = ['-fps_mode', 'passthrough', '-f', 'rawvideo', '-pix_fmt', 'gray', 'pipe:1'];
  const { bytes, words } = await runFfmpeg(['-i', file, '-map', '0:v:0', '-vf', filter, ...output]);
  const times = [...words.matchAll(/pts_time:\s*(-?[\d.]+)/g)].map(([, seconds]) => Number(seconds) * 1_000);
  const size = width * height;
  return times.map((mediaMs, index) => {
    const picture = bytes.subarray(index * size, (index + 1) * size);
    return { frame: readFrame(width, height, (x, y) => picture[y * width + x] ?? 0), mediaMs };
  });
}

function runFfmpeg(args: readonly string[]): Promise<{ readonly bytes: Buffer; readonly words: string }> {
  return new Promise((resolve, reject) => {
    const ffmpeg = spawn('ffmpeg', ['-hide_banner', '-xerror', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const pieces: Buffer[] = [];
    let words = '';
    ffmpeg.stdout.on('data', (piece: Buffer) => pieces.push(piece));
    ffmpeg.stderr.on('data', (piece: Buffer) => (words += piece.toString()));
    ffmpeg.once('error', reject);
    ffmpeg.once('close', (code) => {
      if (code === 0) resolve({ bytes: Buffer.concat(pieces), words });
      else reject(new Error(`ffmpeg ended with ${String(code)}:\n${words.slice(-2_000)}`));
    });
  });
}

/** Every frame of a recording as shown: its size, whether its upper half is red, and its time. */
export async function recordedSizes(file: string) {
  // `showinfo` prints the size of each frame and the mean of each plane: here red, of a stripe in the upper half.
  const filter = 'crop=iw:ih/4:0:ih/8,format=yuv444p,showinfo';
  const { words } = await runFfmpeg([
    '-i',
    file,
    '-map',
    '0:v:0',
    '-vf',
    filter,
    '-fps_mode',
    'passthrough',
    '-f',
    'null',
    '-',
  ]);
  const told = /pts_time:\s*(-?[\d.]+).* s:(\d+)x(\d+) .*mean:\[(\d+) (\d+) (\d+)/g;
  return [...words.matchAll(told)].map(([, seconds, width, height, , , red]) => {
    return {
      mediaMs: Number(seconds) * 1_000,
      width: Number(width),
      height: Number(height) * 4,
      redAbove: Number(red) > 180,
    };
  });
}
