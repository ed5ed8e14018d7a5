import { spawn } from 'node:child_process';
import { BARCODE, readFrame } from '#tools/fake-family/frameBarcode.ts';

/** A frame of a recording: its bar-coded number, and when it is shown in the recording's own time. */
export type RecordedFrame = { readonly frame: number; readonly mediaMs: number };

/** Decodes a recording with ffmpeg, and reads the bar code off every frame that has a whole one. Rejects where it does not play. */
export async function recordedFrames(file: string): Promise<readonly RecordedFrame[]> {
  const { width, height } = BARCODE;
  const filter = `scale=${width}:${height},format=gray,showinfo`;
  const output = ['-fps_mode', 'passthrough', '-f', 'rawvideo', '-pix_fmt', 'gray', 'pipe:1'];
  const { bytes, words } = await runFfmpeg(['-i', file, '-map', '0:v:0', '-vf', filter, ...output]);
  const times = [...words.matchAll(/pts_time:\s*(-?[\d.]+)/g)].map(([, seconds]) => Number(seconds) * 1_000);
  const size = width * height;
  return times.flatMap((mediaMs, index) => {
    const picture = bytes.subarray(index * size, (index + 1) * size);
    const frame = readFrame(width, height, (x, y) => picture[y * width + x] ?? 0);
    return frame === undefined ? [] : [{ frame, mediaMs }];
  });
}

/** How loud a recording is in each tenth of a second, as a share of the loudest that a sample can be. */
export async function recordedLoudness(file: string): Promise<readonly number[]> {
  const { bytes } = await runFfmpeg(['-i', file, '-map', '0:a:0', '-ac', '1', '-ar', '8000', '-f', 's16le', 'pipe:1']);
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / 2));
  const tenth = 800;
  return Array.from({ length: Math.floor(samples.length / tenth) }, (_, index) => {
    const stretch = samples.subarray(index * tenth, (index + 1) * tenth);
    return Math.sqrt(stretch.reduce((sum, sample) => sum + sample * sample, 0) / tenth) / 32_768;
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
