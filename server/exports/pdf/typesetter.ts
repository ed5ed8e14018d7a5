import { create, type Font } from 'fontkit';
import PDFDocument from 'pdfkit';
import { type Face, isDrawn, listFaces } from './faces.ts';
import { shape, type Shaped } from './shape.ts';
import { createUnseenText } from './unseenText.ts';
import { type VisualRun, visualRuns } from './visualRuns.ts';

export type PdfDocument = InstanceType<typeof PDFDocument>;
export type Style = { readonly size: number; readonly isBold: boolean; readonly color: string };
type Place = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly align?: 'left' | 'right';
};

/** Draws text in any script that a font covers. */
export type Typesetter = {
  /** The lines that a text takes in this width. */
  readonly linesOf: (text: string, width: number, style: Style) => readonly string[];
  readonly lineHeight: (style: Style) => number;
  readonly widthOf: (line: string, style: Style) => number;
  readonly draw: (line: string, place: Place, style: Style) => void;
  /** Call it once, before the document ends. */
  readonly finish: () => void;
};

const LINE_HEIGHT = 1.36;
/** How far the baseline is below the top of a line, for lines of one size. */
const BASELINE = 1.05;
/** Replaces a letter that no font has: U+FFFD. */
export const NO_GLYPH = '\ufffd';

type OpenedFace = { readonly name: string; readonly font: Font; readonly shaped: Map<string, Shaped> };

function shapeOf({ font, shaped }: OpenedFace, text: string): Shaped {
  const known = shaped.get(text) ?? shape(font, text);
  shaped.set(text, known);
  return known;
}

export function createTypesetter(document: PdfDocument): Typesetter {
  const faces = listFaces();
  const opened = new Map<string, OpenedFace>();
  const unseen = createUnseenText(document);
  const [plain] = faces.filter(({ has }) => has(NO_GLYPH.codePointAt(0) ?? 0));
  if (plain === undefined) throw new Error('No font has the replacement character.');
  const known = new Map<string, Face | undefined>();

  const find = (letter: string): Face | undefined => {
    if (!known.has(letter))
      known.set(
        letter,
        faces.find(({ has }) => has(letter.codePointAt(0) ?? 0)),
      );
    return known.get(letter);
  };
  const faceOf = (letter: string, before: Face | undefined): Face => {
    // A mark is drawn with the font of the letter before it; joiners and non-joiners go to that font too.
    if (!isDrawn(letter)) return before ?? plain;
    if (/\p{M}/u.test(letter) && before?.has(letter.codePointAt(0) ?? 0) === true) return before;
    return find(letter) ?? before ?? plain;
  };
  const runsOf = (line: string) =>
    visualRuns(
      Array.from(line.replaceAll(/\p{Cc}+/gu, ' '), (letter) =>
        !isDrawn(letter) || find(letter) !== undefined ? letter : NO_GLYPH,
      ).join(''),
      faceOf,
    );
  const open = (face: Face, { isBold }: Style): OpenedFace => {
    const name = `${face.name} ${isBold ? 'bold' : 'regular'}`;
    const known = opened.get(name);
    if (known !== undefined) return known;
    const file = face.file(isBold);
    const font = create(file);
    if (!('layout' in font)) throw new Error(`Not a single font: ${name}.`);
    document.registerFont(name, file);
    const used = { name, font, shaped: new Map<string, Shaped>() };
    opened.set(name, used);
    return used;
  };
  const widthOfRun = ({ text, face }: VisualRun<Face>, style: Style): number =>
    shapeOf(open(face, style), text).width * style.size;
  const measured = new Map<string, number>();
  const widthOf = (text: string, style: Style): number => {
    const key = `${style.size} ${style.isBold} ${text}`;
    const wide = measured.get(key) ?? runsOf(text).reduce((sum, run) => sum + widthOfRun(run, style), 0);
    measured.set(key, wide);
    return wide;
  };

  const drawRun = ({ text, face, isRightToLeft }: VisualRun<Face>, left: number, top: number, style: Style): number => {
    const { size, color } = style;
    const used = open(face, style);
    const whole = shapeOf(used, text);
    if (!isRightToLeft && whole.readsAsDrawn) {
      // Naming the features, even none, makes the library shape a run as a whole and not word by word.
      const asWhole = { features: [], lineBreak: false, baseline: -size * BASELINE };
      document.font(used.name).fontSize(size).fillColor(color).text(text, left, top, asWhole);
      return whole.width * size;
    }
    // Words and the spaces between them are placed separately, so that a selection matches what is seen.
    const words = text.split(/(?<= )|(?= )/u);
    let x = left;
    for (const word of isRightToLeft ? words.toReversed() : words) {
      const { width, outline } = shapeOf(used, word);
      const scale = size / used.font.unitsPerEm;
      const baseline = top + size * BASELINE;
      document.save().translate(x, baseline).scale(scale, -scale).path(outline()).fill(color).restore();
      unseen.write(isRightToLeft ? leftwards(word) : rightwards(word), {
        left: x,
        baseline,
        width: width * size,
        size,
      });
      x += width * size;
    }
    return x - left;
  };

  return {
    widthOf,
    lineHeight: ({ size }) => size * LINE_HEIGHT,

    linesOf: (text, width, style) =>
      text.split(/\r?\n|\r/u).flatMap((paragraph) => wrap(paragraph, width, (piece) => widthOf(piece, style))),

    draw(line, { left, top, width, align = 'left' }, style) {
      const text = line.trimEnd();
      let x = align === 'right' ? left + width - widthOf(text, style) : left;
      for (const run of runsOf(text)) x += drawRun(run, x, top, style);
    },

    finish: unseen.finish,
  };
}

/** The lines that a text without line breaks takes in this width. */
function wrap(text: string, width: number, widthOf: (piece: string) => number): readonly string[] {
  const lines: string[] = [];
  let taken = 0;
  for (const piece of piecesOf(text)) {
    const wide = widthOf(piece);
    const isFirst = lines.length === 0;
    if (isFirst || taken + widthOf(piece.trimEnd()) > width) {
      lines.push(piece);
      taken = wide;
    } else {
      lines.push(`${lines.pop() ?? ''}${piece}`);
      taken += wide;
    }
  }
  return lines.length === 0 ? [''] : lines;
}

const RIGHT_TO_LEFT_MARK = '\u200f';

const CLUSTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A word's letters from left to right. The last includes its marks, which alone would be read after the next one. */
function rightwards(word: string): readonly string[] {
  const last = Array.from(CLUSTERS.segment(word)).at(-1)?.segment ?? '';
  return [...Array.from(word.slice(0, word.length - last.length)), last];
}

/** The letters of a word that runs from right to left, in order from left to right. */
function leftwards(word: string): readonly string[] {
  const letters = Array.from(word).toReversed();
  // A reader attaches a mark at the edge to the text before it.
  return /^\p{M}/u.test(letters[0] ?? '') ? [RIGHT_TO_LEFT_MARK, ...letters] : letters;
}

/** A letter after which a line may break, as after a space: Chinese has no spaces. */
const BREAKS_ANYWHERE = /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u;
/** No word of any language is longer. Longer ones are broken. */
const LONGEST = 60;

function piecesOf(text: string): readonly string[] {
  return text
    .split(/(?<= )/u)
    .flatMap((word) => word.split(BREAKS_ANYWHERE))
    .flatMap((word) => {
      const letters = Array.from(word);
      return Array.from({ length: Math.ceil(letters.length / LONGEST) }, (_, index) =>
        letters.slice(index * LONGEST, (index + 1) * LONGEST).join(''),
      );
    });
}
