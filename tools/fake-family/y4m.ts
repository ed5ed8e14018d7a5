import type { Canvas } from './canvas.ts';

/** Raw video as Chromium accepts it from a camera: brightness per pixel, color per four pixels. */
export function y4mHeader({ width, height }: Canvas, framesPerSecond: number): Buffer {
  return Buffer.from(`YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420\n`);
}

const FRAME = Buffer.from('FRAME\n');

/** One frame. Uses the BT.601 weights, which are assumed for video of this size. */
export function y4mFrame({ width, height, pixels }: Canvas): Buffer {
  const size = width * height;
  const frame = Buffer.allocUnsafe(FRAME.length + size + size / 2);
  FRAME.copy(frame);
  const [luma, blueness, redness] = [FRAME.length, FRAME.length + size, FRAME.length + size + size / 4];
  for (let at = 0; at < size; at++) {
    const [red, green, blue] = [pixels[at * 3] ?? 0, pixels[at * 3 + 1] ?? 0, pixels[at * 3 + 2] ?? 0];
    frame[luma + at] = 16.5 + 0.2568 * red + 0.5041 * green + 0.0979 * blue;
  }
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const at = (y * width + x) * 3;
      const [red, green, blue] = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
      const quarter = (y / 2) * (width / 2) + x / 2;
      frame[blueness + quarter] = 128.5 - 0.1482 * red - 0.291 * green + 0.4392 * blue;
      frame[redness + quarter] = 128.5 + 0.4392 * red - 0.3678 * green - 0.0714 * blue;
    }
  }
  return frame;
}
