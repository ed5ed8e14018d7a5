import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create } from 'fontkit';
import { z } from 'zod';
import { FONT_PACKAGES } from './fontPackages.ts';
import { openWoff } from './openWoff.ts';

/** A font file that has some letters, in the two weights of a page. */
export type Face = {
  readonly name: string;
  readonly has: (point: number) => boolean;
  readonly file: (isBold: boolean) => Buffer;
};

const Ranges = z.record(z.string(), z.string());

/** The fonts of a page, for the scripts that names come in, in the files that their packages split them into. */
export function listFaces(): readonly Face[] {
  const require = createRequire(import.meta.url);
  return FONT_PACKAGES.flatMap((name) => {
    const folder = dirname(require.resolve(`@fontsource/${name}/package.json`));
    const ranges = Ranges.parse(JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')));
    // If ranges overlap, the later one wins, as in a style sheet.
    return Object.entries(ranges)
      .toReversed()
      .flatMap(([subset, text]): Face[] => {
        const path = (weight: number) =>
          join(folder, 'files', `${name}-${subset.replaceAll(/[[\]]/gu, '')}-${weight}-normal.woff`);
        if (!existsSync(path(400))) return [];
        const file = (isBold: boolean) => openWoff(readFileSync(path(isBold ? 700 : 400)));
        return [{ name: `${name} ${subset}`, has: lettersOf(rangeOf(text), () => file(false)), file }];
      });
  });
}

/** Whether a file has a letter. It is opened to see, because its range may list letters without a glyph. */
function lettersOf(isInRange: (point: number) => boolean, file: () => Buffer): (point: number) => boolean {
  let letters: ReadonlySet<number> | undefined;
  return (point) => {
    if (!isInRange(point)) return false;
    if (letters === undefined) {
      const font = create(file());
      letters = new Set('characterSet' in font ? font.characterSet : []);
    }
    return letters.has(point);
  };
}

/** Whether a character has a glyph of its own. Some only join or separate letters or lines, or set the direction. */
export function isDrawn(letter: string): boolean {
  return !/[\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(letter);
}

/** Whether a code point is in a list such as `U+0-FF,U+131`. */
function rangeOf(text: string): (point: number) => boolean {
  const ranges = text.split(',').map((range) => {
    const [from = '', to = from] = range.trim().replace(/^U\+/u, '').split('-');
    return [parseInt(from, 16), parseInt(to, 16)] as const;
  });
  return (point) => ranges.some(([from, to]) => point >= from && point <= to);
}
