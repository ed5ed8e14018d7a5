import type { Shape } from './shapes.ts';

export type Canvas = { readonly width: number; readonly height: number; readonly pixels: Uint8ClampedArray };
export type Color = readonly [red: number, green: number, blue: number];

/** One color, or a gradient from the top of the shape to its bottom. */
type Paint = Color | { readonly top: Color; readonly bottom: Color };

type Brush = {
  readonly opacity?: number;
  /** The width of the edge's fade in pixels. One is a clean edge; many make a shadow or a glow. */
  readonly blur?: number;
};

export function createCanvas(width: number, height: number): Canvas {
  return { width, height, pixels: new Uint8ClampedArray(width * height * 3) };
}

/** A color as in a style sheet: `#d9534f`. */
export function color(hex: string): Color {
  const part = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16);
  return [part(1), part(3), part(5)];
}

export const darker = ([red, green, blue]: Color): Color => [red * 0.9, green * 0.9, blue * 0.9];

export function fill(canvas: Canvas, shape: Shape, paint: Paint, { opacity = 1, blur = 1 }: Brush = {}) {
  const { width, pixels } = canvas;
  const left = Math.max(0, Math.floor(shape.left - blur));
  const right = Math.min(width, Math.ceil(shape.right + blur));
  const top = Math.max(0, Math.floor(shape.top - blur));
  const bottom = Math.min(canvas.height, Math.ceil(shape.bottom + blur));
  for (let y = top; y < bottom; y++) {
    const [red, green, blue] = 'top' in paint ? between(paint, (y - shape.top) / (shape.bottom - shape.top)) : paint;
    for (let x = left; x < right; x++) {
      const covered = opacity * Math.min(1, 0.5 - shape.distance(x + 0.5, y + 0.5) / blur);
      if (covered <= 0) continue;
      const at = (y * width + x) * 3;
      pixels[at] = mix(pixels[at], red, covered);
      pixels[at + 1] = mix(pixels[at + 1], green, covered);
      pixels[at + 2] = mix(pixels[at + 2], blue, covered);
    }
  }
}

function between({ top, bottom }: { readonly top: Color; readonly bottom: Color }, part: number): Color {
  const down = Math.max(0, Math.min(1, part));
  return [mix(top[0], bottom[0], down), mix(top[1], bottom[1], down), mix(top[2], bottom[2], down)];
}

function mix(from = 0, to: number, part: number): number {
  return from + (to - from) * part;
}
