import { fill, type Canvas, type Color } from './canvas.ts';
import { boxBetween, thickLine, type Point } from './shapes.ts';

/** Which of its seven strokes each digit has: top, upper left, upper right, middle, lower left, lower right, bottom. */
const STROKES = [
  '1110111',
  '0010010',
  '1011101',
  '1011011',
  '0111010',
  '1101011',
  '1101111',
  '1010010',
  '1111111',
  '1111011',
];
const WIDTH = 7;
const HEIGHT = 13;
const ADVANCE = 12;
const THICKNESS = 2.4;

const corner = (x: number, y: number): Point => ({ x: x * WIDTH, y: (y * HEIGHT) / 2 });
const LINES: readonly (readonly [Point, Point])[] = [
  [corner(0, 0), corner(1, 0)],
  [corner(0, 0), corner(0, 1)],
  [corner(1, 0), corner(1, 1)],
  [corner(0, 1), corner(1, 1)],
  [corner(0, 1), corner(0, 2)],
  [corner(1, 1), corner(1, 2)],
  [corner(0, 2), corner(1, 2)],
];

/** Writes digits, colons and periods like a digital clock. */
export function paintDigits(canvas: Canvas, text: string, at: Point, paint: Color) {
  let x = at.x;
  for (const character of text) {
    paintCharacter(canvas, character, { x, y: at.y }, paint);
    x += character >= '0' && character <= '9' ? ADVANCE : ADVANCE / 2;
  }
}

function paintCharacter(canvas: Canvas, character: string, { x, y }: Point, paint: Color) {
  const dot = (down: number) => fill(canvas, boxBetween(x, y + down, x + 2.6, y + down + 2.6), paint);
  if (character === ':') [3, 9].forEach(dot);
  if (character === '.') dot(HEIGHT - 2);
  LINES.forEach(([from, to], index) => {
    if (STROKES[Number(character)]?.[index] !== '1') return;
    fill(canvas, thickLine({ x: x + from.x, y: y + from.y }, { x: x + to.x, y: y + to.y }, THICKNESS), paint);
  });
}
