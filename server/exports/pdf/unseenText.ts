/** Invisible text that a reader of the PDF can search, copy and read aloud. */
type UnseenText = {
  /** Letters, alone or with their marks, from left to right in equal steps over a width. A mark alone takes no step. */
  readonly write: (letters: readonly string[], place: UnseenPlace) => void;
  /** Call it once, before the document ends. */
  readonly finish: () => void;
};
type UnseenPlace = {
  readonly left: number;
  /** The baseline, from the top of the page. */
  readonly baseline: number;
  readonly width: number;
  readonly size: number;
};

/** How many letters a font of this kind can have. */
const MAX_LETTERS = 256;
/** The width of each letter, in thousandths of an em. */
const LETTER_WIDTH = 500;

type EmptyFont = { readonly name: string; readonly reference: PDFKit.PDFKitReference; readonly letters: string[] };

/** Text in type 3 fonts with empty letters: PDF readers would read a shaped line's glyphs instead of letters. */
export function createUnseenText(document: PDFKit.PDFDocument): UnseenText {
  const fonts: EmptyFont[] = [];
  const places = new Map<string, { readonly font: EmptyFont; readonly code: number }>();

  const placeOf = (letter: string) => {
    const known = places.get(letter);
    if (known !== undefined) return known;
    let font = fonts.at(-1);
    if (font === undefined || font.letters.length === MAX_LETTERS) {
      font = { name: `Unseen${fonts.length + 1}`, reference: document.ref({}), letters: [] };
      fonts.push(font);
    }
    const place = { font, code: font.letters.length };
    font.letters.push(letter);
    places.set(letter, place);
    return place;
  };

  return {
    write(letters, { left, baseline, width, size }) {
      if (letters.length === 0) return;
      const steps = Math.max(1, letters.map(widthOf).filter((wide) => wide > 0).length);
      const stretch = (width / steps / ((LETTER_WIDTH / 1_000) * size)) * 100;
      const shown = letters.map((letter) => {
        const { font, code } = placeOf(letter);
        const onPage: unknown = document.page.fonts;
        if (typeof onPage === 'object' && onPage !== null) Object.assign(onPage, { [font.name]: font.reference });
        return `/${font.name} ${size} Tf <${hex(code, 2)}> Tj`;
      });
      const y = document.page.height - baseline;
      document.save();
      document.transform(1, 0, 0, -1, 0, document.page.height);
      document.addContent(['BT', `${decimal(stretch)} Tz`, `1 0 0 1 ${decimal(left)} ${decimal(y)} Tm`].join(' '));
      document.addContent(shown.join(' '));
      document.addContent('100 Tz ET');
      document.restore();
    },

    finish() {
      const [nothing, narrow] = [document.ref({}), document.ref({})];
      nothing.end(`${LETTER_WIDTH} 0 d0`);
      narrow.end('0 0 d0');
      for (const { reference, letters } of fonts) {
        const toUnicode = document.ref({});
        toUnicode.end(unicodeMap(letters));
        Object.assign(reference.data, {
          Type: 'Font',
          Subtype: 'Type3',
          FontBBox: [0, -250, LETTER_WIDTH, 750],
          FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
          CharProcs: Object.fromEntries(
            letters.map((letter, code) => [nameOf(code), widthOf(letter) === 0 ? narrow : nothing]),
          ),
          Encoding: { Type: 'Encoding', Differences: [0, ...letters.map((_, code) => nameOf(code))] },
          FirstChar: 0,
          LastChar: letters.length - 1,
          Widths: letters.map(widthOf),
          Resources: {},
          ToUnicode: toUnicode,
        });
        reference.end(undefined);
      }
    },
  };
}

/** A mark is at the position of its letter, because a reader takes a step between them for a space. */
function widthOf(letter: string): number {
  return /^[\p{M}\p{Cf}]$/u.test(letter) ? 0 : LETTER_WIDTH;
}

function nameOf(code: number): string {
  return `letter${hex(code, 2)}`;
}

/** Tells PDF readers which letter each code is: a CMap of single bytes. */
function unicodeMap(letters: readonly string[]): string {
  const lines = letters.map((letter, code) => {
    const units = Array.from({ length: letter.length }, (_, index) => hex(letter.charCodeAt(index), 4));
    return `<${hex(code, 2)}> <${units.join('')}>`;
  });
  // No block of a CMap has more than a hundred lines.
  const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, index) => {
    const block = lines.slice(index * 100, (index + 1) * 100);
    return [`${block.length} beginbfchar`, ...block, 'endbfchar'].join('\n');
  });
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CMapName /Unseen def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<00> <ff>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

function decimal(value: number): string {
  return value.toFixed(3);
}
