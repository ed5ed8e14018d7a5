import PDFDocument from 'pdfkit';
import type { ExportScene } from '#shared/session/exports/exportScene.ts';
import { type PageBlock, recordPages } from '#shared/session/exports/recordPages.ts';

const MARGIN = 56;
const INK = '#1d2733';
const QUIET = '#5b6673';

/** The report for the record as PDF/1.7, A4, in the standard fonts: nothing is fetched for it. */
export function pdfReport(scene: ExportScene): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: 'en',
    info: { Title: `Session ${scene.sessionId}`, Creator: 'Earshot', CreationDate: new Date(scene.exportedAt) },
  });
  const parts: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => {
      resolve(Buffer.concat(parts));
    });
    document.on('error', reject);
  });
  for (const block of recordPages(scene)) draw(document, block);
  numberPages(document, scene);
  document.end();
  return finished;
}

type Document = InstanceType<typeof PDFDocument>;

function draw(document: Document, block: PageBlock): void {
  switch (block.is) {
    case 'title':
      document.font('Helvetica-Bold').fontSize(18).fillColor(INK).text(printable(block.text)).moveDown(0.4);
      return;
    case 'heading':
      keepTogether(document, 60);
      document
        .moveDown(0.8)
        .font('Helvetica-Bold')
        .fontSize(12)
        .fillColor(INK)
        .text(printable(block.text))
        .moveDown(0.3);
      return;
    case 'line':
      document.font('Helvetica').fontSize(10).fillColor(INK).text(printable(block.text)).moveDown(0.15);
      return;
    case 'note':
      document.font('Helvetica').fontSize(8.5).fillColor(QUIET).text(printable(block.text)).moveDown(0.15);
      return;
    case 'row':
      drawRow(document, block.cells, block.isHead);
  }
}

/** The first column takes what the others leave. */
const NARROW = 92;

function drawRow(document: Document, cells: readonly string[], isHead: boolean): void {
  document
    .font(isHead ? 'Helvetica-Bold' : 'Helvetica')
    .fontSize(9.5)
    .fillColor(isHead ? QUIET : INK);
  const wide = document.page.width - 2 * MARGIN - NARROW * (cells.length - 1);
  const widths = cells.map((_, index) => (index === 0 ? wide : NARROW));
  const heights = cells.map((cell, index) =>
    document.heightOfString(printable(cell), { width: (widths[index] ?? 0) - 8 }),
  );
  const height = Math.max(...heights) + 4;
  keepTogether(document, height);
  const top = document.y;
  let left = MARGIN;
  cells.forEach((cell, index) => {
    const width = widths[index] ?? 0;
    document.text(printable(cell), left, top, { width: width - 8, align: index === 0 ? 'left' : 'right' });
    left += width;
  });
  document.x = MARGIN;
  document.y = top + height;
}

function keepTogether(document: Document, height: number): void {
  if (document.y + height > document.page.height - MARGIN) document.addPage();
}

function numberPages(document: Document, { exportedBy, exportedAt, sessionId }: ExportScene): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page);
    // Below the margin, where text would otherwise begin a page of its own.
    document.page.margins.bottom = 0;
    const from = `Session ${sessionId.slice(0, 8)}. Exported by ${exportedBy} at ${exportedAt}.`;
    const place = { lineBreak: false };
    const y = document.page.height - MARGIN + 18;
    document.font('Helvetica').fontSize(8).fillColor(QUIET);
    document.text(printable(from), MARGIN, y, place);
    document.text(`Page ${page - start + 1} of ${count}`, document.page.width - MARGIN - 60, y, { ...place });
  }
}

/** What the standard fonts have: Western letters and signs. Others are taken apart into a letter and its accents, or become a question mark. */
function printable(text: string): string {
  return text
    .replaceAll('→', '->')
    .replaceAll('≥', '>=')
    .replaceAll('≤', '<=')
    .replace(/./gsu, (sign) => (IN_STANDARD_FONTS.test(sign) ? sign : bare(sign)));
}

const IN_STANDARD_FONTS = /^[\u0020-\u007e\u00a0-\u00ff–—‘’‚“”„†‡•…‰‹›€™ŒœŠšŽžŸƒ]$/u;

function bare(sign: string): string {
  const [letter = '?'] = sign.normalize('NFD');
  return IN_STANDARD_FONTS.test(letter) ? letter : '?';
}
