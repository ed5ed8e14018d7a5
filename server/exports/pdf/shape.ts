import type { Font, GlyphRun } from 'fontkit';

/** A text of one direction as a font draws it: the outlines of its letters, and how they read. */
export type Shaped = {
  /** In units of an em. */
  readonly width: number;
  /** Whether a PDF reader that reads glyph by glyph from left to right gets the text letter by letter. */
  readonly readsAsDrawn: boolean;
  /** The outline as an SVG path, in units of the font, upwards, from the start of the baseline. */
  readonly outline: () => string;
};

/** Sets a text in a font. In many scripts glyphs differ from letters: some join, some move, Arabic runs leftward. */
export function shape(font: Font, text: string): Shaped {
  const { run, isWhole } = layOut(font, text);
  const { glyphs, positions, advanceWidth, direction } = run;
  const isMoved = positions.some(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0);
  const read = glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints));
  // pdf.js gives a letter with its mark no width and puts a space after it.
  const isMarked = read.some((letters) => /.\p{M}/su.test(letters));
  return {
    width: advanceWidth / font.unitsPerEm,
    readsAsDrawn: isWhole && direction === 'ltr' && !isMoved && !isMarked && read.join('') === text,
    outline() {
      let x = 0;
      return glyphs
        .map((glyph, index) => {
          const { xOffset = 0, yOffset = 0, xAdvance = 0 } = positions[index] ?? {};
          const path = glyph.path.translate(x + xOffset, yOffset).toSVG();
          x += xAdvance;
          return path;
        })
        .join('');
    },
  };
}

/** Features that position marks on letters. This library fails on them if a font leaves a position empty. */
const PLACING = ['mark', 'mkmk', 'abvm', 'blwm', 'dist', 'curs', 'kern'];

/** Glyphs and their positions: the font's own if the library cannot position marks, so a report is still drawn. */
function layOut(font: Font, text: string): { readonly run: GlyphRun; readonly isWhole: boolean } {
  try {
    return { run: font.layout(text), isWhole: true };
  } catch {
    return { run: font.layout(text, Object.fromEntries(PLACING.map((feature) => [feature, false]))), isWhole: false };
  }
}
