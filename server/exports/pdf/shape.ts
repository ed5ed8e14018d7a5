import type { Font, GlyphRun } from 'fontkit';

/** A text of one direction as a font draws it: what its letters look like beside each other, and how they read. */
export type Shaped = {
  /** In units of an em. */
  readonly width: number;
  /** Whether a reader of the PDF that takes sign after sign from left to right gets the text, letter by letter. */
  readonly readsAsDrawn: boolean;
  /** The outline as a path of SVG, in units of the font, upwards, from the start of the baseline. */
  readonly outline: () => string;
};

/**
 * Sets a text in a font. The signs of many scripts are not its letters one by one: two letters make one sign, a vowel stands
 * before the consonant that it follows or above it, and Arabic runs from right to left.
 */
export function shape(font: Font, text: string): Shaped {
  const { run, isWhole } = layOut(font, text);
  const { glyphs, positions, advanceWidth, direction } = run;
  const isMoved = positions.some(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0);
  const read = glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints));
  // A sign of a letter with its mark has no width to pdf.js, which puts a blank behind it.
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

/** Features that place marks on letters, and that this library fails at where a font leaves a place empty. */
const PLACING = ['mark', 'mkmk', 'abvm', 'blwm', 'dist', 'curs', 'kern'];

/** Signs and their places. Where the library cannot place marks, they stand as the font has them: it is never a report the less. */
function layOut(font: Font, text: string): { readonly run: GlyphRun; readonly isWhole: boolean } {
  try {
    return { run: font.layout(text), isWhole: true };
  } catch {
    return { run: font.layout(text, Object.fromEntries(PLACING.map((feature) => [feature, false]))), isWhole: false };
  }
}
