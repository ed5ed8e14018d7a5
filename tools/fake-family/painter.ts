import { color, createCanvas, fill, type Canvas } from './canvas.ts';
import { paintDigits } from './digits.ts';
import { paintArms, paintBody, type Talking } from './figures.ts';
import { BARCODE, encodeFrame } from './frameBarcode.ts';
import { BLOCKS, poseOf, TABLE_TOP } from './play.ts';
import { paintMovingRoom, paintRoom } from './room.ts';
import { FAMILY_MS } from './script.ts';
import { box, boxBetween, ellipse } from './shapes.ts';

type Moment = { readonly frame: number; readonly ms: number; readonly talking: Talking };

const STRIP_TOP = 336;
const LIGHT = color('#f4ece0');
const DARK = color('#241d19');

/** Paints moments on one canvas, over a room that is painted once. The strip says which frame it is. */
export function createPainter({ hasStrip = true } = {}): (moment: Moment) => Canvas {
  const canvas = createCanvas(BARCODE.width, BARCODE.height);
  paintRoom(canvas);
  const room = canvas.pixels.slice();
  return ({ frame, ms, talking }) => {
    const playMs = ms % FAMILY_MS;
    canvas.pixels.set(room);
    paintMovingRoom(canvas, ms);
    paintBody(canvas, 'parent', ms, talking.parent);
    paintBody(canvas, 'child', ms, talking.child);
    paintTable(canvas);
    paintBlocks(canvas, playMs);
    paintArms(canvas, 'parent', playMs);
    paintArms(canvas, 'child', playMs);
    if (hasStrip) paintStrip(canvas, frame, ms);
    return canvas;
  };
}

function paintTable(canvas: Canvas) {
  fill(canvas, ellipse({ x: 325, y: 314 }, 190, 10), color('#6b4a31'), { opacity: 0.4, blur: 12 });
  fill(canvas, boxBetween(150, 246, 500, 314, 6), { top: color('#b57f55'), bottom: color('#a87149') });
  for (const left of [164, 276, 388]) {
    fill(canvas, boxBetween(left, 260, left + 98, 304, 6), { top: color('#855736'), bottom: color('#936240') });
  }
  fill(canvas, ellipse({ x: 200, y: 292 }, 12), color('#5d97a0'));
  fill(canvas, boxBetween(222, 282, 246, 304, 3), color('#dfb75d'));
  fill(canvas, boxBetween(290, 276, 360, 304, 5), color('#e9d5b5'));
  fill(canvas, boxBetween(316, 284, 334, 289, 2), color('#a87c55'));
  fill(canvas, boxBetween(402, 290, 470, 297, 2), color('#c8715a'));
  fill(canvas, boxBetween(406, 297, 466, 304, 2), color('#6f8fa8'));
  fill(canvas, boxBetween(132, TABLE_TOP, 518, TABLE_TOP + 13, 6), {
    top: color('#d8a878'),
    bottom: color('#c08a5c'),
  });
}

function paintBlocks(canvas: Canvas, ms: number) {
  BLOCKS.forEach(({ color: hex, size }, index) => {
    const { x, y, turn } = poseOf(index, ms);
    const paint = color(hex);
    fill(canvas, box({ x: x + 1, y: y + 2 }, size.x, size.y, 4, turn), color('#4a3526'), { opacity: 0.25, blur: 4 });
    fill(canvas, box({ x, y }, size.x - 1, size.y - 1, 4, turn), paint);
    fill(canvas, box({ x, y }, size.x - 12, size.y - 10, 3, turn), color('#ffffff'), { opacity: 0.22 });
  });
}

/** A running clock for people, and the number of the frame for machines. */
function paintStrip(canvas: Canvas, frame: number, ms: number) {
  fill(canvas, boxBetween(0, STRIP_TOP, canvas.width, canvas.height), DARK);
  const { left, top, cell } = BARCODE;
  encodeFrame(frame).forEach((light, index) => {
    const x = left + index * cell;
    if (light) fill(canvas, boxBetween(x, top, x + cell, top + cell), LIGHT);
  });
  paintDigits(canvas, clockText(ms), { x: 568, y: 342 }, LIGHT);
}

/** Minutes, seconds and tenths: `00:37.4`. */
export function clockText(ms: number): string {
  const tenths = Math.floor(ms / 100);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(tenths / 600))}:${two(Math.floor(tenths / 10) % 60)}.${tenths % 10}`;
}
