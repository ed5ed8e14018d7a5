import { color, darker, fill, type Canvas, type Color } from './canvas.ts';
import { handOf, type Who } from './play.ts';
import { boxBetween, ellipse, thickLine, within, type Point } from './shapes.ts';

/** The two people: bodies behind the table, and arms in front of it. */
type Figure = {
  readonly head: Point;
  readonly headSize: number;
  readonly shoulders: number;
  readonly shoulderWidth: number;
  readonly arm: number;
  /** The side of the tower: 1 is right, -1 is left. */
  readonly facing: 1 | -1;
  readonly idleHand: Point;
  readonly skin: Color;
  readonly hair: Color;
  readonly clothes: Color;
  readonly blinkMs: number;
};

const FIGURES: Readonly<Record<Who, Figure>> = {
  parent: {
    ...{ head: { x: 200, y: 126 }, headSize: 30, shoulders: 178, shoulderWidth: 94, arm: 54, facing: 1 },
    ...{ idleHand: { x: 148, y: 233 }, blinkMs: 4000 },
    ...{ skin: color('#e3ad85'), hair: color('#5a3d2e'), clothes: color('#3f7f7a') },
  },
  child: {
    ...{ head: { x: 456, y: 152 }, headSize: 26, shoulders: 196, shoulderWidth: 68, arm: 44, facing: -1 },
    ...{ idleHand: { x: 508, y: 233 }, blinkMs: 3000 },
    ...{ skin: color('#e8b58d'), hair: color('#6d4630'), clothes: color('#e3ad4b') },
  },
};

const INK = color('#43322a');
const LIPS = color('#a5483f');
const BLINK_MS = 140;
const LONGEST_LEAN = 14;
const DEEPEST_BEND = 15;

/** How wide the mouth is open, from 0 (silent, smiling) to 1. */
export type Talking = Readonly<Record<Who, number>>;

export function paintBody(canvas: Canvas, who: Who, ms: number, talking: number) {
  const figure = FIGURES[who];
  const head = headOf(figure, who, ms, talking);
  const neck = { x: head.x - leanOf(who, ms) * 0.4, y: figure.shoulders };
  paintHairBehind(canvas, who, head);
  fill(canvas, thickLine(head, { x: neck.x, y: neck.y + 6 }, figure.headSize * 0.62), figure.skin);
  const half = figure.shoulderWidth / 2;
  const torso = boxBetween(neck.x - half, figure.shoulders - 8, neck.x + half, 290, 26);
  fill(canvas, torso, figure.clothes);
  fill(canvas, ellipse({ x: neck.x, y: figure.shoulders - 7 }, figure.headSize * 0.45, 7), figure.skin);
  paintFace(canvas, figure, head, ms, talking);
  paintFringe(canvas, who, head);
}

export function paintArms(canvas: Canvas, who: Who, ms: number) {
  const figure = FIGURES[who];
  const middle = figure.head.x + leanOf(who, ms) * 0.6;
  const shoulder = (side: number) => ({ x: middle + side * (figure.shoulderWidth / 2 - 11), y: figure.shoulders + 8 });
  paintArm(canvas, figure, shoulder(-figure.facing), figure.idleHand, -figure.facing);
  paintArm(canvas, figure, shoulder(figure.facing), handOf(who, ms), figure.facing);
}

function headOf({ head }: Figure, who: Who, ms: number, talking: number): Point {
  const lean = leanOf(who, ms);
  const breath = Math.sin((ms / 5000) * Math.PI * 2) * 1.2;
  return { x: head.x + lean, y: head.y + breath - Math.abs(lean) * 0.4 - talking * 1.5 };
}

function leanOf(who: Who, ms: number): number {
  const reach = (handOf(who, ms).x - FIGURES[who].head.x) * 0.12;
  return Math.max(-LONGEST_LEAN, Math.min(LONGEST_LEAN, reach));
}

function paintArm(canvas: Canvas, { arm, clothes, skin }: Figure, shoulder: Point, hand: Point, side: number) {
  const elbow = elbowOf(shoulder, hand, arm, side);
  const sleeve = darker(clothes);
  const wrist = { x: elbow.x + (hand.x - elbow.x) * 0.72, y: elbow.y + (hand.y - elbow.y) * 0.72 };
  fill(canvas, thickLine(elbow, hand, 13), skin);
  fill(canvas, thickLine(shoulder, elbow, 22), sleeve);
  fill(canvas, thickLine(elbow, wrist, 18), sleeve);
  fill(canvas, ellipse(hand, 9, 8), skin);
}

/** The elbow of an arm with two equal halves, bent downwards and outwards. An arm that is too short is stretched. */
function elbowOf(shoulder: Point, hand: Point, arm: number, side: number): Point {
  const [dx, dy] = [hand.x - shoulder.x, hand.y - shoulder.y];
  const apart = Math.hypot(dx, dy) || 1;
  const bend = Math.min(DEEPEST_BEND, Math.sqrt(Math.max(0, arm * arm - (apart * apart) / 4)));
  return {
    x: shoulder.x + dx / 2 + (side * bend * Math.abs(dy)) / apart,
    y: shoulder.y + dy / 2 + (bend * Math.abs(dx)) / apart,
  };
}

function paintFace(
  canvas: Canvas,
  { headSize, skin, facing, blinkMs }: Figure,
  head: Point,
  ms: number,
  talking: number,
) {
  fill(canvas, ellipse(head, headSize * 0.94, headSize), skin);
  const middle = head.x + facing * headSize * 0.16;
  const blinking = ms % blinkMs < BLINK_MS;
  for (const side of [-1, 1]) {
    const x = middle + side * headSize * 0.36;
    fill(canvas, ellipse({ x, y: head.y - 1 }, 2.8, blinking ? 0.9 : 3.6), INK);
    const brow = head.y - headSize * 0.36;
    fill(canvas, thickLine({ x: x - 4, y: brow }, { x: x + 4, y: brow - 1 }, 2), INK, { opacity: 0.7 });
    const cheek = { x: middle + side * headSize * 0.52, y: head.y + headSize * 0.36 };
    fill(canvas, ellipse(cheek, headSize * 0.2), color('#dd7c66'), { opacity: 0.4, blur: 6 });
  }
  const lips = { x: middle, y: head.y + headSize * 0.42 };
  const belowLips = boxBetween(0, lips.y, canvas.width, canvas.height);
  fill(canvas, within(ellipse(lips, headSize * 0.28, 4 + talking * 7), belowLips), LIPS);
}

function paintHairBehind(canvas: Canvas, who: Who, head: Point) {
  const { hair, headSize } = FIGURES[who];
  if (who === 'parent') {
    fill(canvas, ellipse({ x: head.x - 10, y: head.y - 36 }, 14), hair);
    fill(canvas, ellipse({ x: head.x - 3, y: head.y - 4 }, headSize * 1.1, headSize * 1.12), hair);
    return;
  }
  for (const { x, y } of curls(head, headSize)) fill(canvas, ellipse({ x, y }, 11), hair);
}

function paintFringe(canvas: Canvas, who: Who, head: Point) {
  const { hair, headSize } = FIGURES[who];
  if (who === 'parent') {
    const top = boxBetween(0, 0, canvas.width, head.y - headSize * 0.46);
    fill(canvas, within(ellipse({ x: head.x, y: head.y - 2 }, headSize * 1.02, headSize * 1.04), top), hair);
    return;
  }
  for (const { x, y } of curls(head, headSize).slice(2, 7)) fill(canvas, ellipse({ x, y: y + 3 }, 8.5), hair);
}

/** A row of curls from one ear over the top to the other. */
function curls(head: Point, headSize: number): Point[] {
  return Array.from({ length: 9 }, (_, index) => {
    const angle = Math.PI * (1.08 - (index / 8) * 1.16);
    return { x: head.x + Math.cos(angle) * headSize * 0.94, y: head.y - Math.sin(angle) * headSize * 0.98 };
  });
}
