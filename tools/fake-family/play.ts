import type { Line } from './script.ts';
import type { Point } from './shapes.ts';

/** What happens to the blocks: who moves which one where, and when. The end of the minute is its start again. */
export type Who = Line['who'];
type Pose = Point & { readonly turn: number };
type Block = { readonly color: string; readonly size: Point; readonly home: Point };

type Carry = { readonly startMs: number; readonly endMs: number; readonly from: Point; readonly to: Point };
type Move = Carry & { readonly block: number; readonly who: Who | undefined };

export const TABLE_TOP = 236;
const CHILD_BLOCK = { x: 34, y: 22 };
const PARENT_BLOCK = { x: 28, y: 18 };
const TOWER_X = { child: 330, parent: 262 };
const RESTING_HAND = { child: { x: 378, y: 233 }, parent: { x: 226, y: 233 } };
const CARRY_MS = 2400;
const REACH_MS = 700;
const CRASH_MS = 55_000;
const FALL_MS = 1300;
const ARC = 34;

const row = (size: Point, level: number) => TABLE_TOP - size.y * (level + 0.5);
const childBlock = (color: string, x: number, level: number): Block => ({
  color,
  size: CHILD_BLOCK,
  home: { x, y: row(CHILD_BLOCK, level) },
});
const parentBlock = (color: string, x: number, level: number): Block => ({
  color,
  size: PARENT_BLOCK,
  home: { x, y: row(PARENT_BLOCK, level) },
});

export const BLOCKS: readonly Block[] = [
  childBlock('#d8604f', 428, 1),
  childBlock('#4a86ad', 464, 1),
  childBlock('#e8bb4a', 410, 0),
  childBlock('#6fa56b', 446, 0),
  childBlock('#8d73a8', 482, 0),
  parentBlock('#4fa09a', 184, 1),
  parentBlock('#d98a9c', 168, 0),
  parentBlock('#e2914e', 199, 0),
];

const PLACINGS = [
  { who: 'child', block: 0, startMs: 2600 },
  { who: 'child', block: 1, startMs: 11_500 },
  { who: 'parent', block: 5, startMs: 16_000 },
  { who: 'child', block: 2, startMs: 22_300 },
  { who: 'parent', block: 6, startMs: 27_300 },
  { who: 'child', block: 3, startMs: 31_000 },
  { who: 'parent', block: 7, startMs: 37_000 },
  { who: 'child', block: 4, startMs: 42_800 },
] as const;

const placed: readonly Move[] = PLACINGS.map(({ who, block, startMs }, index) => {
  const { size, home } = blockAt(block);
  const level = PLACINGS.slice(0, index).filter((earlier) => earlier.who === who).length;
  return { who, block, startMs, endMs: startMs + CARRY_MS, from: home, to: { x: TOWER_X[who], y: row(size, level) } };
});

const fallen: readonly Move[] = placed.toReversed().map(({ block, to }, index) => ({
  ...{ who: undefined, block, from: to, to: blockAt(block).home },
  ...{ startMs: CRASH_MS + index * 60, endMs: CRASH_MS + index * 60 + FALL_MS },
}));

/** The sweep of the child's hand that knocks the towers down. */
const sweep: Carry = {
  startMs: CRASH_MS - 250,
  endMs: CRASH_MS + 250,
  from: { x: 372, y: 160 },
  to: { x: 322, y: 176 },
};

const carries: Record<Who, readonly Carry[]> = {
  child: [...placed.filter(({ who }) => who === 'child'), sweep],
  parent: placed.filter(({ who }) => who === 'parent'),
};

export function poseOf(block: number, ms: number): Pose {
  const move = [...placed, ...fallen].findLast((each) => each.block === block && each.startMs <= ms);
  if (!move) return { ...blockAt(block).home, turn: 0 };
  const part = partOf(move, ms);
  const turn = move.who ? 0 : (1 - part) * Math.PI * 2 * (move.to.x > move.from.x ? -1 : 1);
  return { ...along(move, part), turn: part === 1 ? 0 : turn };
}

export function handOf(who: Who, ms: number): Point {
  const rest = RESTING_HAND[who];
  const carry = carries[who].find(({ startMs, endMs }) => startMs - REACH_MS <= ms && ms <= endMs + REACH_MS);
  if (!carry) return rest;
  if (ms < carry.startMs) return glide(rest, carry.from, (ms - carry.startMs + REACH_MS) / REACH_MS);
  if (ms > carry.endMs) return glide(carry.to, rest, (ms - carry.endMs) / REACH_MS);
  return along(carry, partOf(carry, ms));
}

function blockAt(index: number): Block {
  const block = BLOCKS[index];
  if (!block) throw new Error(`There is no block ${index}.`);
  return block;
}

function partOf({ startMs, endMs }: Carry, ms: number): number {
  return smooth(Math.min(1, (ms - startMs) / (endMs - startMs)));
}

/** Over whatever is in the way, and down. */
function along({ from, to }: Carry, part: number): Point {
  const over = { x: (from.x + to.x) / 2, y: Math.min(from.y, to.y) - ARC };
  return mixed(mixed(from, over, part), mixed(over, to, part), part);
}

const smooth = (part: number): number => part * part * (3 - 2 * part);
const glide = (from: Point, to: Point, part: number): Point => mixed(from, to, smooth(part));
const mixed = (from: Point, to: Point, part: number): Point => ({
  x: from.x + (to.x - from.x) * part,
  y: from.y + (to.y - from.y) * part,
});
