import type { Font } from 'fontkit';

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
  const { glyphs, positions, advanceWidth, direction } = font.layout(text);
  const isMoved = positions.some(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0);
  const read = String.fromCodePoint(...glyphs.flatMap(({ codePoints }) => codePoints));
  return {
    width: advanceWidth / font.unitsPerEm,
    readsAsDrawn: direction === 'ltr' && !isMoved && read === text,
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
