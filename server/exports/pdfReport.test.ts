import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { aReviewedSession, PLAIN_WORDS } from '#shared/session/testing/aReviewedSession.ts';
import { pdfReport } from './pdfReport.ts';

async function read(words = PLAIN_WORDS) {
  const pdf = await getDocumentProxy(new Uint8Array(await pdfReport(aReviewedSession(words))));
  const { totalPages, text } = await extractText(pdf, { mergePages: false });
  return { totalPages, pages: text, text: text.join('\n') };
}

test('the record says who, when, under what program, what was found and from which sources, what was corrected, and that it is not signed', async () => {
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
    'void, does not count',
    'The window cannot be assessed:',
    'LP changed to UP (Ada): Nothing is named',
    'NTA changed to nothing: never said',
    'RF added (Ada): Nothing is named',
    'Omar, recording, cdi: 1 code, independent',
    'Not signed off.',
  ]) {
    expect(text).toContain(said);
  }
});

test('every page has its number, who exported it and when', async () => {
  const { pages, totalPages } = await read();
  expect(totalPages).toBeGreaterThan(1);
  pages.forEach((page, index) => {
    expect(page).toContain(`Page ${index + 1} of ${totalPages}`);
    expect(page).toContain('Exported by Ada at 2026-11-22T09:30:00.000Z');
  });
});

test('a letter that no font has is shown as the replacement character', async () => {
  const { text } = await read({ ...PLAIN_WORDS, leadName: 'Zoë Dvořák', caregiverNames: ['王芳', 'Jon\u0000'] });
  expect(text).toContain('Therapist: Zoë Dvořák');
  expect(text).toContain('Caregivers: 王芳, Jon\ufffd');
});

test('is tagged, in English, with a title, headings, tables and rows for screen readers', async () => {
  const pdf = await getDocumentProxy(new Uint8Array(await pdfReport(aReviewedSession(PLAIN_WORDS))));
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  const { info } = await pdf.getMetadata();
  expect(info).toMatchObject({ Title: expect.stringContaining('Session') as string, Language: 'en' });
  const roles = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
  for (const role of ['H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD']) expect(roles).toContain(`"role":"${role}"`);
});
