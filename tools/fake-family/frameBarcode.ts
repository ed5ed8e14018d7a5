/**
 * The number of a frame as a row of light and dark cells, which a test can read after any encoder. Two cells at each
 * end mark it, and a parity cell detects torn or smeared rows.
 */
const NUMBER_BITS = 12;
const HEAD = [true, false] as const;
const TAIL = [false, true] as const;
const LIGHT_FROM = 128;

export const BARCODE_CELLS = HEAD.length + NUMBER_BITS + 1 + TAIL.length;

/** The position of the cells in a picture of 640 by 360. */
export const BARCODE = { left: 8, top: 340, cell: 16, width: 640, height: 360 } as const;

/** True is light. */
export function encodeFrame(frame: number): boolean[] {
  const bits = Array.from({ length: NUMBER_BITS }, (_, bit) => Boolean((frame >> (NUMBER_BITS - 1 - bit)) & 1));
  return [...HEAD, ...bits, isOdd(bits), ...TAIL];
}

/** The number. Undefined if these cells are not a whole bar code. */
export function decodeFrame(cells: readonly boolean[]): number | undefined {
  const bits = cells.slice(HEAD.length, HEAD.length + NUMBER_BITS);
  const frame = bits.reduce((number, bit) => number * 2 + Number(bit), 0);
  const expected = encodeFrame(frame);
  return cells.length === BARCODE_CELLS && cells.every((cell, index) => cell === expected[index]) ? frame : undefined;
}

/** The middle of each cell in a picture of any size, in its pixels, where a page samples its video. */
export function cellCenters(width: number, height: number): { readonly x: number; readonly y: number }[] {
  const middle = BARCODE.cell / 2;
  return Array.from({ length: BARCODE_CELLS }, (_, index) => ({
    x: ((BARCODE.left + BARCODE.cell * index + middle) * width) / BARCODE.width,
    y: ((BARCODE.top + middle) * height) / BARCODE.height,
  }));
}

/** Reads the bar code from a picture, given a function for the brightness (0 to 255) of a pixel. */
export function readFrame(
  width: number,
  height: number,
  brightness: (x: number, y: number) => number,
): number | undefined {
  const cells = cellCenters(width, height).map(({ x, y }) => brightness(Math.floor(x), Math.floor(y)) >= LIGHT_FROM);
  return decodeFrame(cells);
}

function isOdd(bits: readonly boolean[]): boolean {
  return bits.filter(Boolean).length % 2 === 1;
}
