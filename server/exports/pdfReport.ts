import { exportInstant, type ExportScene } from '#shared/session/exportScene.ts';
import { type PageBlock, recordPages } from '#shared/exports/recordPages.ts';
import { drawReport } from './pdf/drawReport.ts';
import { NO_GLYPH } from './pdf/typesetter.ts';
import { unshownLetters } from './pdf/unshownLetters.ts';

/** The report for the record as PDF. Rejects if it cannot be drawn. */
export function pdfReport(scene: ExportScene): Promise<Uint8Array> {
  const { sessionId, exportedBy, exportedAt } = scene;
  const pages = recordPages(scene);
  const footer = `Session ${sessionId.slice(0, 8)}. Exported by ${exportedBy} at ${exportInstant(scene)}.`;
  const texts = pages.flatMap((block) => (block.is === 'row' ? block.cells : [block.text]));
  return drawReport({
    blocks: [...pages, ...unshownNote([...texts, footer])],
    title: `Session ${sessionId}`,
    footer,
    madeAt: exportedAt,
  });
}

/** The list of letters that cannot be shown, next to the sign that replaces them. */
function unshownNote(texts: readonly string[]): readonly PageBlock[] {
  const codes = unshownLetters(texts)
    .filter((letter) => letter !== NO_GLYPH)
    .map((letter) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  if (codes.length === 0) return [];
  return [{ is: 'note', text: `${NO_GLYPH} replaces a letter that this file has no font for: ${codes.join(', ')}.` }];
}
