import { formatClock } from '#client/ui/formatClock.ts';
import { firstAtLeast } from './firstAtLeast.ts';
import type { Lane, LaneBand, LaneMark } from './lane.ts';
import type { LaneColors } from './laneColors.ts';
import { traceMark, traceSign } from './markShapes.ts';
import { rulerStep, type TimeView } from './timeView.ts';

export const RULER_HEIGHT = 20;

/** Minimum width for a code with letters, and for a small shape without, in pixels. Narrower ones are ticks. */
const CHIP_MIN = 24;
const SHAPE_MIN = 9;
const CHIP_HEIGHT = 20;
const LABELS_APART = 72;

/** What to draw. `picked` and `hovered` are marks of the rows. */
type LaneScene = {
  readonly lanes: readonly Lane[];
  readonly view: TimeView;
  readonly width: number;
  readonly colors: LaneColors;
  readonly picked: string | undefined;
  readonly hovered: LaneMark | undefined;
};

type Pen = LaneScene & { readonly ctx: CanvasRenderingContext2D; readonly chipWidths: Map<string, number> };

const chipWidths = new Map<string, number>();

/** Draws only what is in view. The first item of each row is found by binary search. */
export function drawLanes(ctx: CanvasRenderingContext2D, scene: LaneScene): void {
  const pen: Pen = { ...scene, ctx, chipWidths };
  const { lanes, width, colors } = scene;
  ctx.clearRect(0, 0, width, lanesHeight(lanes));
  ctx.font = `600 12px ${colors.font}`;
  ctx.textBaseline = 'middle';
  drawRuler(pen);
  let top = RULER_HEIGHT;
  for (const lane of lanes) {
    ctx.fillStyle = colors.line;
    ctx.fillRect(0, top + lane.height - 1, width, 1);
    drawBands(pen, lane, top);
    drawMarks(pen, lane, top);
    top += lane.height;
  }
}

/** The height of all rows and the ruler, in pixels. */
export function lanesHeight(lanes: readonly Lane[]): number {
  return lanes.reduce((sum, { height }) => sum + height, RULER_HEIGHT);
}

export function xOf({ from, span }: TimeView, width: number, at: number): number {
  return ((at - from) / span) * width;
}

function drawRuler({ ctx, view, width, lanes, colors }: Pen): void {
  const step = rulerStep(view, width, LABELS_APART);
  const bottom = lanesHeight(lanes);
  ctx.textAlign = 'left';
  for (let at = Math.ceil(Math.max(view.from, 0) / step) * step; at <= view.from + view.span; at += step) {
    const x = Math.round(xOf(view, width, at));
    ctx.fillStyle = colors.line;
    ctx.fillRect(x, 0, 1, bottom);
    ctx.fillStyle = colors.quiet;
    const time = formatClock(at, 'up');
    // A time that is cut off at the edge could be misread.
    if (x + 4 + ctx.measureText(time).width <= width) ctx.fillText(time, x + 4, RULER_HEIGHT / 2);
  }
}

function drawBands(pen: Pen, lane: Lane, top: number): void {
  const { view, width, colors, ctx } = pen;
  const to = view.from + view.span;
  for (let index = firstAtLeast(lane.reach, view.from, (reach) => reach); index < lane.bands.length; index += 1) {
    const band = lane.bands[index];
    if (band === undefined || band.from > to) break;
    if (band.to < view.from) continue;
    const left = Math.max(xOf(view, width, band.from), -1);
    const right = Math.min(xOf(view, width, band.to), width + 1);
    ctx.fillStyle = colors.band[band.look].fill;
    ctx.fillRect(left, top + 2, Math.max(right - left, 1), lane.height - 5);
    if (band.look === 'gap' || band.look === 'uncoded') edge(pen, band, left, top, lane.height);
    if (lane.marks.length === 0 && right - left > 40) writeIn(pen, band, left, right, top + lane.height / 2);
  }
}

/** Missing recording is shown by more than color. */
function edge({ ctx, colors }: Pen, { look }: LaneBand, left: number, top: number, height: number): void {
  ctx.fillStyle = colors.band[look].ink;
  ctx.fillRect(left, top + 2, 2, height - 5);
}

function writeIn({ ctx, colors }: Pen, band: LaneBand, left: number, right: number, middle: number): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, middle - 10, right - left - 4, 20);
  ctx.clip();
  ctx.textAlign = 'left';
  ctx.fillStyle = colors.band[band.look].ink;
  ctx.fillText(band.label, Math.max(left, 0) + 6, middle);
  ctx.restore();
}

/** The selected and hovered marks are drawn last, above their neighbors. */
function drawMarks(pen: Pen, lane: Lane, top: number): void {
  const { view, width, hovered, picked } = pen;
  const above: (() => void)[] = [];
  const perMs = width / view.span;
  const around = 32 / perMs;
  const to = view.from + view.span + around;
  for (
    let index = firstAtLeast(lane.marks, view.from - around, ({ at }) => at);
    index < lane.marks.length;
    index += 1
  ) {
    const mark = lane.marks[index];
    if (mark === undefined || mark.at > to) break;
    const room = (lane.elbowRoom[index] ?? Infinity) * perMs;
    const draw = () => drawMark(pen, mark, xOf(view, width, mark.at), top + (lane.height - 1) / 2, room);
    if (mark === hovered || (mark.is === 'code' && mark.code.codeId === picked)) above.push(draw);
    else draw();
  }
  for (const draw of above) draw();
}

function drawMark(pen: Pen, mark: LaneMark, x: number, y: number, room: number): void {
  const { ctx, colors, hovered, picked } = pen;
  if (mark.is !== 'code') {
    traceSign(ctx, mark.is, x, y);
    ctx.fillStyle = mark === hovered ? colors.ink : colors.accent;
    ctx.fill();
    return;
  }
  const isPicked = mark.code.codeId === picked;
  // The selected and hovered marks are drawn whole, however narrow.
  const stands = isPicked || mark === hovered ? Infinity : room;
  drawCode(pen, mark.code, x, y, stands, isPicked);
}

type Code = Extract<LaneMark, { is: 'code' }>['code'];

function drawCode(pen: Pen, code: Code, x: number, y: number, room: number, isPicked: boolean): void {
  const { ctx, colors } = pen;
  const shown = code.counts ?? code.code;
  const paint = colors.tone[code.tone];
  const chip = chipWidth(pen, shown);
  const stands = code.counts !== undefined && !code.isOutside;
  const width = room >= chip + 2 ? chip : room >= SHAPE_MIN ? SHAPE_MIN - 1 : 2.5;
  const height = width === chip ? CHIP_HEIGHT : 14;
  const box = { x: x - width / 2, y: y - height / 2, width, height };
  if (width < SHAPE_MIN - 1) {
    ctx.fillStyle = stands ? paint.fill : colors.line;
    ctx.fillRect(box.x, box.y, width, height);
    return;
  }
  traceMark(ctx, code.valence, box);
  ctx.fillStyle = stands ? paint.fill : colors.paper;
  ctx.fill();
  if (!stands || isPicked) {
    ctx.lineWidth = isPicked ? 2 : 1;
    ctx.strokeStyle = isPicked ? colors.ink : colors.quiet;
    ctx.stroke();
  }
  if (width !== chip) return;
  ctx.textAlign = 'center';
  ctx.fillStyle = stands ? paint.ink : colors.quiet;
  ctx.fillText(shown, x, y + 0.5);
  if (!stands) ctx.fillRect(box.x + 4, y, width - 8, 1);
  const sign = signOf(code);
  if (sign !== undefined) drawSign(pen, sign, box.x + width - 1, box.y + 1);
}

/** A small sign at a corner: changed or added by a review, or uncertain. */
function signOf({ standing, mode }: Code): string | undefined {
  if (standing.is === 'corrected') return '~';
  if (standing.is === 'added') return '+';
  return mode === undefined ? undefined : '?';
}

function drawSign({ ctx, colors }: Pen, sign: string, x: number, y: number): void {
  ctx.beginPath();
  ctx.arc(x, y, 5, 0, Math.PI * 2);
  ctx.fillStyle = colors.ink;
  ctx.fill();
  ctx.fillStyle = colors.paper;
  ctx.fillText(sign, x, y + 0.5);
}

function chipWidth({ ctx, chipWidths: known }: Pen, code: string): number {
  const width = known.get(code) ?? Math.max(CHIP_MIN, Math.ceil(ctx.measureText(code).width) + 12);
  known.set(code, width);
  return width;
}

/** The width of a mark's pointer target, in pixels, even if the mark is drawn as a tick. */
export const REACH_PX = 12;
