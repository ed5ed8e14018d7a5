import PDFDocument from 'pdfkit';
import type { PageBlock } from '#shared/exports/recordPages.ts';
import { createTypesetter, type PdfDocument, type Style, type Typesetter } from './typesetter.ts';

type ReportToDraw = {
  readonly blocks: readonly PageBlock[];
  readonly title: string;
  readonly footer: string;
  /** As an ISO instant. */
  readonly madeAt: string;
};

const MARGIN = 56;
const INK = '#1d2733';
const QUIET = '#5b6673';
/** The widths of all columns but the first, which takes the rest. */
const NARROW = 92;
const GAP = 8;

const STYLES = {
  title: { size: 18, isBold: true, color: INK },
  heading: { size: 12, isBold: true, color: INK },
  line: { size: 10, isBold: false, color: INK },
  note: { size: 8.5, isBold: false, color: QUIET },
  head: { size: 9.5, isBold: true, color: QUIET },
  cell: { size: 9.5, isBold: false, color: INK },
  footer: { size: 8, isBold: false, color: QUIET },
} as const satisfies Record<string, Style>;
const BEFORE = { title: 0, heading: 10, line: 0, note: 0 } as const;
const AFTER = { title: 6, heading: 4, line: 2, note: 2 } as const;
const TAGS = { title: 'H1', heading: 'H2', line: 'P', note: 'P' } as const;

type Page = { readonly document: PdfDocument; readonly type: Typesetter; readonly root: PDFKit.PDFStructureElement };

/** The report for the record as tagged PDF/1.7, A4, with embedded fonts: reading it fetches nothing. */
export async function drawReport({ blocks, title, footer, madeAt }: ReportToDraw): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: 'en',
    info: { Title: title, Creator: 'Earshot', CreationDate: new Date(madeAt) },
  });
  const parts: Buffer[] = [];
  const finished = new Promise<Uint8Array>((resolve, reject) => {
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => {
      resolve(Buffer.concat(parts));
    });
    document.on('error', reject);
  });
  const root = document.struct('Document');
  document.addStructure(root);
  const page = { document, type: createTypesetter(document), root };
  for (const group of groupsOf(blocks)) drawGroup(page, group);
  root.end();
  numberPages(page, footer);
  page.type.finish();
  document.end();
  return finished;
}

type Row = Extract<PageBlock, { readonly is: 'row' }>;
type Text = Exclude<PageBlock, Row>;
type Group = { readonly is: 'text'; readonly block: Text } | { readonly is: 'table'; readonly rows: readonly Row[] };

/** Consecutive rows form a table. A head begins a new one. */
function groupsOf(blocks: readonly PageBlock[]): readonly Group[] {
  const groups: ({ is: 'text'; block: Text } | { is: 'table'; rows: Row[] })[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.is !== 'row') groups.push({ is: 'text', block });
    else if (last?.is === 'table' && !block.isHead) last.rows.push(block);
    else groups.push({ is: 'table', rows: [block] });
  }
  return groups;
}

function drawGroup(page: Page, group: Group): void {
  if (group.is === 'text') {
    drawText(page, group.block);
    return;
  }
  const table = page.document.struct('Table');
  page.root.add(table);
  for (const row of group.rows) drawRow(page, table, row);
  table.end();
}

function drawText({ document, type, root }: Page, { is, text }: Text): void {
  const style = STYLES[is];
  const width = document.page.width - 2 * MARGIN;
  const lines = type.linesOf(text, width, style);
  document.y += BEFORE[is];
  // A heading is never the last line of a page.
  keepTogether(document, is === 'heading' ? 60 : type.lineHeight(style));
  const element = document.struct(TAGS[is]);
  root.add(element);
  for (const line of lines) {
    keepTogether(document, type.lineHeight(style));
    const top = document.y;
    element.add(() => {
      type.draw(line, { left: MARGIN, top, width }, style);
    });
    document.y = top + type.lineHeight(style);
  }
  element.end();
  document.y += AFTER[is];
}

function drawRow({ document, type }: Page, table: PDFKit.PDFStructureElement, { cells, isHead }: Row): void {
  const style = isHead ? STYLES.head : STYLES.cell;
  const wide = document.page.width - 2 * MARGIN - NARROW * (cells.length - 1);
  const lines = cells.map((cell, index) => type.linesOf(cell, (index === 0 ? wide : NARROW) - GAP, style));
  const height = Math.max(...lines.map(({ length }) => length)) * type.lineHeight(style) + 2;
  keepTogether(document, height);
  const top = document.y;
  const row = document.struct('TR');
  table.add(row);
  cells.forEach((_, index) => {
    const left = index === 0 ? MARGIN : MARGIN + wide + NARROW * (index - 1);
    const width = (index === 0 ? wide : NARROW) - GAP;
    const align = index === 0 ? 'left' : 'right';
    const cell = document.struct(isHead || index === 0 ? 'TH' : 'TD');
    row.add(cell);
    cell.add(() => {
      (lines[index] ?? []).forEach((line, place) => {
        type.draw(line, { left, top: top + place * type.lineHeight(style), width, align }, style);
      });
    });
    cell.end();
  });
  row.end();
  document.y = top + height;
}

function keepTogether(document: PdfDocument, height: number): void {
  if (document.y + height > document.page.height - MARGIN) document.addPage();
}

/** The footer is not part of the text, and screen readers skip it. */
function numberPages({ document, type }: Page, footer: string): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page);
    // It is below the margin, where text would otherwise start a new page.
    document.page.margins.bottom = 0;
    const width = document.page.width - 2 * MARGIN;
    const top = document.page.height - MARGIN + 18;
    document.markContent('Artifact', { type: 'Pagination' });
    type.draw(footer, { left: MARGIN, top, width }, STYLES.footer);
    type.draw(`Page ${page - start + 1} of ${count}`, { left: MARGIN, top, width, align: 'right' }, STYLES.footer);
    document.endMarkedContent();
  }
}
