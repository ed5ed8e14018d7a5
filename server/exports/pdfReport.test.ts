import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { aReviewedSession, PLAIN_WORDS } from '#shared/session/exports/aReviewedSession.ts';
import { pdfReport } from './pdfReport.ts';

async function read(words = PLAIN_WORDS) {
  const pdf = await getDocumentProxy(new Uint8Array(await pdfReport(aReviewedSession(words))));
  const { totalPages, text } = await extractText(pdf, { mergePages: false });
  return { totalPages, pages: text, text: text.join('\n') };
}

test('the record says who, when, under what, what was found with its sources, what was corrected, and that it is not signed', async () => {
  const { text } = await read();
  for (const said of [
    'Session report: Rivera',
    'Child: T.',
    'Therapist: Noor',
    'pcit-2011',
    'Date: 2026-11-21',
    'LP · Labeled praise',
    'CDI1 · Labeled praise',
    'at least 10',
    'CDI1: ',
    'void, it counts nowhere',
    'The window cannot be assessed.',
    'LP changed to UP (Ada): Nothing is named',
    'NTA changed to nothing: never said',
    'RF added',
    'Omar, recording, cdi: 1 codes, independent',
    'Not signed off.',
  ]) {
    expect(text).toContain(said);
  }
});

test('every page has its number, and by whom and when it was exported', async () => {
  const { pages, totalPages } = await read();
  expect(totalPages).toBeGreaterThan(1);
  pages.forEach((page, index) => {
    expect(page).toContain(`Page ${index + 1} of ${totalPages}`);
    expect(page).toContain('Exported by Ada at 2026-11-22T09:30:00.000Z');
  });
});

test('names in other letters lose an accent or a letter, and nothing else', async () => {
  const { text } = await read({ ...PLAIN_WORDS, leadName: 'Zoë Dvořák', caregiverNames: ['王芳', 'Jon\u0000'] });
  expect(text).toContain('Zoë Dvorák');
  expect(text).toContain('Caregivers: ??, Jon?');
});
