import { color, fill, type Canvas } from './canvas.ts';
import { box, boxBetween, ellipse, thickLine, within, type Point } from './shapes.ts';

const FLOOR = 262;
const PANE = boxBetween(46, 44, 150, 150, 4);
const CLOCK: Point = { x: 330, y: 62 };
const BOOKS = ['#c8715a', '#e0b35c', '#5d8f8a', '#7d6a8e', '#d9a48f', '#57788f', '#8aa06a'].map(color);
const WHITE = color('#fdf8f0');
const LEAF = color('#7f9f6e');
const DARK_LEAF = color('#658a5c');

/** Everything that never moves. */
export function paintRoom(canvas: Canvas) {
  paintWallAndFloor(canvas);
  paintWindowFrame(canvas);
  paintShelf(canvas);
  paintPicture(canvas);
  fill(canvas, ellipse(CLOCK, 27), color('#b9805a'));
  fill(canvas, ellipse(CLOCK, 23), WHITE);
  paintRug(canvas);
  paintPlantPot(canvas);
}

/** What moves by itself: clouds, leaves and the hands of the clock. Everything repeats once a minute. */
export function paintMovingRoom(canvas: Canvas, ms: number) {
  paintSky(canvas, ms);
  paintClockHands(canvas, ms);
  paintLeaves(canvas, ms);
}

function paintWallAndFloor(canvas: Canvas) {
  fill(canvas, boxBetween(0, 0, 640, FLOOR), { top: color('#f3e3cd'), bottom: color('#efd9bd') });
  fill(canvas, boxBetween(0, FLOOR, canvas.width, canvas.height), {
    top: color('#d3aa7d'),
    bottom: color('#c39667'),
  });
  for (const y of [278, 297, 320]) fill(canvas, boxBetween(0, y, 640, y + 1), color('#b98c5f'), { opacity: 0.6 });
  fill(canvas, boxBetween(0, FLOOR - 9, 640, FLOOR), color('#faf1e3'));
  fill(canvas, boxBetween(0, FLOOR, 640, FLOOR + 3), color('#a97c52'), { opacity: 0.5 });
}

function paintWindowFrame(canvas: Canvas) {
  fill(canvas, boxBetween(36, 36, 160, 160, 6), color('#8a6a48'), { opacity: 0.25, blur: 10 });
  fill(canvas, boxBetween(38, 36, 158, 158, 6), WHITE);
  fill(canvas, boxBetween(30, 156, 166, 165, 3), WHITE);
}

function paintSky(canvas: Canvas, ms: number) {
  fill(canvas, PANE, { top: color('#a9d3dc'), bottom: color('#e4f0e6') });
  fill(canvas, within(ellipse({ x: 126, y: 68 }, 11), PANE), color('#fbe3a2'));
  const drift = (ms / 60_000) * 180;
  for (const [begin, y] of [
    [20, 74],
    [110, 92],
  ] as const) {
    const x = ((begin + drift) % 180) + 8;
    fill(canvas, within(ellipse({ x, y }, 17, 7), PANE), WHITE, { opacity: 0.9 });
    fill(canvas, within(ellipse({ x: x - 5, y: y - 5 }, 9, 7), PANE), WHITE, { opacity: 0.9 });
  }
  fill(canvas, within(ellipse({ x: 70, y: 158 }, 70, 32), PANE), color('#9dbf8d'));
  fill(canvas, within(ellipse({ x: 142, y: 160 }, 50, 30), PANE), color('#84ad7c'));
  fill(canvas, boxBetween(96, 44, 100, 150), WHITE);
  fill(canvas, boxBetween(46, 96, 150, 100), WHITE);
  paintCurtain(canvas, 26, 50);
  paintCurtain(canvas, 146, 170);
  fill(canvas, boxBetween(18, 26, 178, 31, 2), color('#a77b54'));
}

function paintCurtain(canvas: Canvas, left: number, right: number) {
  fill(canvas, boxBetween(left, 28, right, 180, 5), color('#5f9791'));
  for (const x of [left + 7, left + 15]) fill(canvas, boxBetween(x, 31, x + 2, 176, 1), color('#4c827d'), { blur: 2 });
}

function paintShelf(canvas: Canvas) {
  for (const y of [92, 146]) {
    BOOKS.forEach((book, index) => {
      const x = 500 + index * 13 + (y > 100 ? 26 : 0);
      const height = 28 + ((index * 7 + y) % 11);
      if (x < 600) fill(canvas, boxBetween(x, y - height, x + 11, y, 2), book);
    });
    fill(canvas, boxBetween(488, y + 5, 612, y + 10, 3), color('#8a6a48'), { opacity: 0.3, blur: 6 });
    fill(canvas, boxBetween(488, y, 612, y + 6, 2), color('#b9805a'));
  }
  paintBear(canvas, { x: 508, y: 134 });
}

function paintBear(canvas: Canvas, { x, y }: Point) {
  const fur = color('#b98b63');
  for (const side of [-8, 8]) fill(canvas, ellipse({ x: x + side, y: y - 21 }, 5), fur);
  fill(canvas, ellipse({ x, y: y + 1 }, 12, 11), fur);
  fill(canvas, ellipse({ x, y: y - 14 }, 11, 10), fur);
  fill(canvas, ellipse({ x, y: y - 11 }, 5, 4), color('#e3c6a4'));
  for (const side of [-4, 4]) fill(canvas, ellipse({ x: x + side, y: y - 17 }, 1.5), color('#4a3a30'));
}

function paintPicture(canvas: Canvas) {
  fill(canvas, boxBetween(398, 38, 456, 84, 3), color('#c99a6b'));
  const paper = boxBetween(403, 43, 451, 79, 1);
  fill(canvas, paper, color('#fbf3e4'));
  fill(canvas, within(ellipse({ x: 418, y: 84 }, 24, 16), paper), color('#8fb7a0'));
  fill(canvas, ellipse({ x: 438, y: 55 }, 6), color('#e9b45c'));
  fill(canvas, box({ x: 420, y: 64 }, 13, 11, 1), color('#d8735f'));
}

function paintClockHands(canvas: Canvas, ms: number) {
  const dark = color('#5b4636');
  const hand = (turns: number, length: number, thickness: number, paint = dark) => {
    const angle = turns * Math.PI * 2;
    const tip = { x: CLOCK.x + Math.sin(angle) * length, y: CLOCK.y - Math.cos(angle) * length };
    fill(canvas, thickLine(CLOCK, tip, thickness), paint);
  };
  hand(10.2 / 12, 11, 3.5);
  hand(0.2, 16, 2.5);
  hand(ms / 60_000, 19, 1.5, color('#d8604f'));
  fill(canvas, ellipse(CLOCK, 2.5), dark);
}

function paintRug(canvas: Canvas) {
  const middle = { x: 325, y: 302 };
  fill(canvas, ellipse(middle, 262, 38), color('#c98a70'));
  fill(canvas, ellipse(middle, 244, 33), color('#e6c3a1'));
  fill(canvas, ellipse(middle, 226, 29), color('#d59f83'));
}

function paintPlantPot(canvas: Canvas) {
  fill(canvas, ellipse({ x: 582, y: 318 }, 36, 7), color('#7d5a3c'), { opacity: 0.35, blur: 8 });
  fill(canvas, boxBetween(560, 272, 604, 318, 9), { top: color('#f4ede2'), bottom: color('#dccdb8') });
}

function paintLeaves(canvas: Canvas, ms: number) {
  const sway = Math.sin((ms / 6000) * Math.PI * 2) * 3;
  const root = { x: 582, y: 274 };
  for (const [reach, height, paint] of [
    [-40, 52, DARK_LEAF],
    [38, 58, DARK_LEAF],
    [-20, 82, LEAF],
    [18, 86, LEAF],
    [0, 62, DARK_LEAF],
  ] as const) {
    const tip = { x: root.x + reach + sway, y: root.y - height };
    fill(canvas, thickLine(root, tip, 3), DARK_LEAF);
    const lean = Math.atan2(tip.y - root.y, tip.x - root.x);
    const leaf = { x: tip.x - reach * 0.12, y: tip.y + height * 0.12 };
    fill(canvas, box(leaf, 40, 17, 8.5, lean), paint);
  }
}
