import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { openWoff } from './openWoff.ts';

/** A font file that has some letters, in the two weights of a page. */
export type Face = {
  readonly name: string;
  readonly has: (point: number) => boolean;
  readonly file: (isBold: boolean) => Buffer;
};

/** In this order: a letter is drawn by the first that has it. Each is cut into files by ranges of letters. */
const PACKAGES = ['noto-sans', 'ibm-plex-sans-arabic', 'noto-sans-hebrew', 'noto-sans-sc'] as const;
const Ranges = z.record(z.string(), z.string());

/** The fonts of a page: Latin, Greek, Cyrillic, Arabic, Hebrew and Chinese letters, in the files that the packages cut them into. */
export function listFaces(): readonly Face[] {
  const require = createRequire(import.meta.url);
  return PACKAGES.flatMap((name) => {
    const folder = dirname(require.resolve(`@fontsource/${name}/package.json`));
    const ranges = Ranges.parse(JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')));
    // Ranges overlap where the later one is meant, as in a style sheet.
    return Object.entries(ranges)
      .toReversed()
      .flatMap(([subset, text]): Face[] => {
        const path = (weight: number) =>
          join(folder, 'files', `${name}-${subset.replaceAll(/[[\]]/gu, '')}-${weight}-normal.woff`);
        if (!existsSync(path(400))) return [];
        return [
          {
            name: `${name} ${subset}`,
            has: rangeOf(text),
            file: (isBold) => openWoff(readFileSync(path(isBold ? 700 : 400))),
          },
        ];
      });
  });
}

/** Whether a code point is in a list such as `U+0-FF,U+131`. */
function rangeOf(text: string): (point: number) => boolean {
  const ranges = text.split(',').map((range) => {
    const [from = '', to = from] = range.trim().replace(/^U\+/u, '').split('-');
    return [parseInt(from, 16), parseInt(to, 16)] as const;
  });
  return (point) => ranges.some(([from, to]) => point >= from && point <= to);
}
