import type { Valence } from '#shared/domain/programs/program.ts';

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The outline of a code by its valence, as on its chip: round to do, cut corners to avoid, square neutral. */
export function traceMark(ctx: CanvasRenderingContext2D, valence: Valence, { x, y, width, height }: Box): void {
  ctx.beginPath();
  if (valence === 'avoid') {
    const cut = Math.min(6, width / 3);
    ctx.moveTo(x + cut, y);
    ctx.lineTo(x + width - cut, y);
    ctx.lineTo(x + width, y + height / 2);
    ctx.lineTo(x + width - cut, y + height);
    ctx.lineTo(x + cut, y + height);
    ctx.lineTo(x, y + height / 2);
    ctx.closePath();
    return;
  }
  ctx.roundRect(x, y, width, height, valence === 'do' ? Math.min(width, height) / 2 : 2);
}

/** A flag for a bookmark, a speech bubble for a comment, a corner for a prompt. */
export function traceSign(
  ctx: CanvasRenderingContext2D,
  is: 'prompt' | 'comment' | 'bookmark',
  x: number,
  y: number,
): void {
  ctx.beginPath();
  if (is === 'bookmark') {
    ctx.moveTo(x - 4, y - 7);
    ctx.lineTo(x + 4, y - 7);
    ctx.lineTo(x + 4, y + 7);
    ctx.lineTo(x, y + 3);
    ctx.lineTo(x - 4, y + 7);
  } else if (is === 'comment') {
    ctx.roundRect(x - 6, y - 6, 12, 9, 3);
    ctx.moveTo(x - 2, y + 3);
    ctx.lineTo(x - 2, y + 7);
    ctx.lineTo(x + 2, y + 3);
  } else {
    ctx.moveTo(x - 4, y - 5);
    ctx.lineTo(x + 4, y);
    ctx.lineTo(x - 4, y + 5);
  }
  ctx.closePath();
}
