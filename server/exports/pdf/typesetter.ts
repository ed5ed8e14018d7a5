import PDFDocument from 'pdfkit';
import { type Face, listFaces } from './faces.ts';
import { type VisualRun, visualRuns } from './visualRuns.ts';

export type PdfDocument = InstanceType<typeof PDFDocument>;
export type Style = { readonly size: number; readonly isBold: boolean; readonly color: string };
export type Place = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly align?: 'left' | 'right';
};

/** Draws text in letters of any script that there is a font for. */
export type Typesetter = {
  /** The lines that a text takes in this width. */
  readonly linesOf: (text: string, width: number, style: Style) => readonly string[];
  readonly lineHeight: (style: Style) => number;
  readonly widthOf: (line: string, style: Style) => number;
  readonly draw: (line: string, place: Place, style: Style) => void;
};

const LINE_HEIGHT = 1.36;
/** What stands for a letter that no font has: the sign for just that. */
const NO_GLYPH = '\ufffd';

export function createTypesetter(document: PdfDocument): Typesetter {
  const faces = listFaces();
  const opened = new Set<string>();
  const [plain] = faces.filter(({ has }) => has(NO_GLYPH.codePointAt(0) ?? 0));
  if (plain === undefined) throw new Error('No font has the sign for a letter that none has.');
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
    // A mark is drawn on the letter before it, by the same font.
    if (/\p{M}/u.test(letter) && before?.has(letter.codePointAt(0) ?? 0) === true) return before;
    return find(letter) ?? before ?? plain;
  };
  const runsOf = (line: string) =>
    visualRuns(Array.from(line, (letter) => (find(letter) === undefined ? NO_GLYPH : letter)).join(''), faceOf);
  const use = (face: Face, { isBold, size }: Style): void => {
    const name = `${face.name} ${isBold ? 'bold' : 'regular'}`;
    if (!opened.has(name)) document.registerFont(name, face.file(isBold));
    opened.add(name);
    document.font(name).fontSize(size);
  };
  // With its features named, if none, a run is shaped as a whole and not word by word.
  const shaped = { features: [], lineBreak: false };
  const widthOfRun = ({ text, face }: VisualRun<Face>, style: Style): number => {
    use(face, style);
    return document.widthOfString(text, shaped);
  };
  const measured = new Map<string, number>();
  const widthOf = (text: string, style: Style): number => {
    const key = `${style.size} ${style.isBold} ${text}`;
    const wide = measured.get(key) ?? runsOf(text).reduce((sum, run) => sum + widthOfRun(run, style), 0);
    measured.set(key, wide);
    return wide;
  };

  return {
    widthOf,
    lineHeight: ({ size }) => size * LINE_HEIGHT,

    linesOf(text, width, style) {
      const lines: string[] = [];
      let taken = 0;
      for (const piece of piecesOf(text)) {
        const wide = widthOf(piece, style);
        const isFirst = lines.length === 0;
        if (isFirst || taken + widthOf(piece.trimEnd(), style) > width) {
          lines.push(piece);
          taken = wide;
        } else {
          lines.push(`${lines.pop() ?? ''}${piece}`);
          taken += wide;
        }
      }
      return lines.length === 0 ? [''] : lines;
    },

    draw(line, { left, top, width, align = 'left' }, style) {
      const text = line.trimEnd();
      let x = align === 'right' ? left + width - widthOf(text, style) : left;
      for (const run of runsOf(text)) {
        const wide = widthOfRun(run, style);
        document.fillColor(style.color).text(run.text, x, top, { ...shaped, baseline: -style.size * 1.05 });
        x += wide;
      }
    },
  };
}

/** A letter that a line may end behind, as it may behind a blank: Chinese has no blanks. */
const BREAKS_ANYWHERE = /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u;
/** No word of a language is longer; what is, breaks. */
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
