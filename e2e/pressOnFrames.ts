import type { Page } from '@playwright/test';
import { BARCODE, cellCenters, decodeFrame } from '#tools/fake-family/frameBarcode.ts';

/** A press: the picture on the screen at that moment, and the sender's time of the picture that caused it, in ms. */
export type PressOnFrame = { readonly frame: number | undefined; readonly senderMs: number };

/** A coder who presses a key exactly when a picture of the room appears, at least `apartMs` apart. */
export async function pressOnFrames(
  page: Page,
  { key, times, apartMs }: { readonly key: string; readonly times: number; readonly apartMs: number },
): Promise<readonly PressOnFrame[]> {
  const centers = cellCenters(BARCODE.width, BARCODE.height);
  const seen = await page.evaluate(
    async ({ key, times, apartMs, centers, width, height }) => {
      const video = [...document.querySelectorAll('video')].find(({ videoWidth }) => videoWidth > 0);
      const canvas = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
      if (!video || !canvas) throw new Error('No picture of the room is shown.');
      const cellsShown = () => {
        canvas.drawImage(video, 0, 0, width, height);
        return centers.map(({ x, y }) => {
          const [red = 0, green = 0, blue = 0] = canvas.getImageData(Math.floor(x), Math.floor(y), 1, 1).data;
          return (red + green + blue) / 3 >= 128;
        });
      };
      const pressed: { cells: boolean[]; senderMs: number }[] = [];
      let last = -Infinity;
      await new Promise<void>((done) => {
        const onFrame: VideoFrameRequestCallback = (_now, { rtpTimestamp = Number.NaN }) => {
          if (performance.now() - last >= apartMs) {
            last = performance.now();
            document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: `Digit${key}`, bubbles: true }));
            document.body.dispatchEvent(new KeyboardEvent('keyup', { key, code: `Digit${key}`, bubbles: true }));
            pressed.push({ cells: cellsShown(), senderMs: rtpTimestamp / 90 });
          }
          if (pressed.length >= times) done();
          else video.requestVideoFrameCallback(onFrame);
        };
        video.requestVideoFrameCallback(onFrame);
      });
      return pressed;
    },
    { key, times, apartMs, centers, width: BARCODE.width, height: BARCODE.height },
  );
  // Torn pictures are recognized by their parity and not counted.
  return seen.map(({ cells, senderMs }) => ({ frame: decodeFrame(cells), senderMs }));
}
