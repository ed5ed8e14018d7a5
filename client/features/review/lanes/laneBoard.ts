import { drawLanes, lanesHeight, RULER_HEIGHT, xOf } from './drawLanes.ts';
import type { Lane, LaneMark } from './lane.ts';
import { type LaneColors, laneColors } from './laneColors.ts';
import { type Pointed, pointedAt } from './pointedAt.ts';
import { follow, pan, type TimeView, viewOf, wholeOf, zoom } from './timeView.ts';

/** The rows on their canvas, with the playhead above. Scrolling renders no React. */
export type LaneBoard = {
  /** Takes its elements. Returns a detach function. */
  readonly attach: (canvas: HTMLCanvasElement, playhead: HTMLElement) => () => void;
  readonly show: (lanes: readonly Lane[]) => void;
  readonly pick: (codeId: string | undefined) => void;
  readonly hover: (mark: LaneMark | undefined) => void;
  readonly resize: (width: number) => void;
  /** Call when the color scheme was switched. */
  readonly recolor: () => void;
  /** Sets the player's position, in session time (ms). `following` keeps it in view. */
  readonly moveTo: (at: number, following: boolean) => void;
  readonly zoomAbout: (factor: number, x?: number) => void;
  readonly panBy: (pixels: number) => void;
  readonly fit: (span: readonly [number, number] | undefined) => void;
  readonly timeAt: (x: number) => number;
  readonly xAt: (at: number) => number;
  readonly pointedAt: (x: number, y: number) => Pointed | undefined;
  readonly isRuler: (y: number) => boolean;
};

type Shown = {
  readonly canvas: HTMLCanvasElement;
  readonly ctx: CanvasRenderingContext2D | null;
  readonly playhead: HTMLElement;
};

export function createLaneBoard(endsAt: number): LaneBoard {
  let shown: Shown | undefined;
  let lanes: readonly Lane[] = [];
  let view: TimeView = wholeOf(endsAt);
  let width = 0;
  let colors: LaneColors | undefined;
  let picked: string | undefined;
  let hovered: LaneMark | undefined;
  let at = 0;
  let waiting: number | undefined;

  /** Draws at most once per frame. */
  function drawSoon(): void {
    waiting ??= requestAnimationFrame(() => {
      waiting = undefined;
      draw();
    });
  }

  function draw(): void {
    if (shown?.ctx == null || width === 0) return;
    const { canvas, ctx } = shown;
    colors ??= laneColors(canvas);
    const height = lanesHeight(lanes);
    const ratio = devicePixelRatio;
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== wide || canvas.height !== high) {
      [canvas.width, canvas.height] = [wide, high];
      canvas.style.height = `${height}px`;
    }
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawLanes(ctx, { lanes, view, width, colors, picked, hovered });
    placePlayhead();
  }

  /** The playhead has a layer of its own: it moves every frame, the rest does not. */
  function placePlayhead(): void {
    if (shown === undefined) return;
    const { playhead } = shown;
    const x = xOf(view, width, at);
    playhead.style.transform = `translateX(${x}px)`;
    playhead.style.visibility = x < -1 || x > width + 1 ? 'hidden' : 'visible';
  }

  function look(next: TimeView): void {
    if (next.from === view.from && next.span === view.span) return;
    view = next;
    drawSoon();
  }

  const timeAt = (x: number) => (width === 0 ? 0 : view.from + (x / width) * view.span);

  return {
    attach: (canvas, playhead) => {
      shown = { canvas, ctx: canvas.getContext('2d'), playhead };
      drawSoon();
      return () => {
        if (waiting !== undefined) cancelAnimationFrame(waiting);
        [shown, waiting] = [undefined, undefined];
      };
    },
    show: (next) => {
      lanes = next;
      drawSoon();
    },
    pick: (codeId) => {
      picked = codeId;
      drawSoon();
    },
    hover: (mark) => {
      if (mark === hovered) return;
      hovered = mark;
      drawSoon();
    },
    resize: (next) => {
      width = next;
      drawSoon();
    },
    recolor: () => {
      colors = undefined;
      drawSoon();
    },
    moveTo: (moment, following) => {
      at = moment;
      if (following) look(follow(view, at, endsAt));
      placePlayhead();
    },
    zoomAbout: (factor, x) => look(zoom(view, factor, x === undefined ? center() : timeAt(x), endsAt)),
    panBy: (pixels) => {
      if (width > 0) look(pan(view, (pixels / width) * view.span, endsAt));
    },
    fit: (span) => look(span === undefined ? wholeOf(endsAt) : viewOf(span, endsAt)),
    timeAt,
    xAt: (moment) => xOf(view, width, moment),
    pointedAt: (x, y) => pointedAt(lanes, view, width, { x, y }),
    isRuler: (y) => y < RULER_HEIGHT,
  };

  /** Zooming by key centers on the playhead if it is in view, otherwise on the middle. */
  function center(): number {
    return at >= view.from && at <= view.from + view.span ? at : view.from + view.span / 2;
  }
}
