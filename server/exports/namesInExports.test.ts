import { execFileSync } from 'node:child_process';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { readTranscript } from '#shared/protocol/transcript.ts';
import { aReviewedSession } from '#shared/session/exports/aReviewedSession.ts';
import {
  made,
  readBorisFile,
  readCsv,
  readEafFile,
  readVttFile,
  validateEaf,
} from '#shared/session/exports/readExports.builder.ts';
import { pdfReport } from './pdfReport.ts';

/** A caregiver, another one and a coach for each way of writing that names come in. */
const NAMES = [
  ['Latin', 'Ángela Núñez', 'Zoë O’Brien', 'Jörg Größe'],
  ['Turkish', 'Gülşah Yıldız', 'İbrahim Çağrı', 'Işıl Öğüt'],
  ['Polish', 'Łukasz Żółć', 'Świętosława Ćwiąkała', 'Grażyna Nęć'],
  ['Greek', 'Ευαγγελία Παπαδοπούλου', 'Γιώργος Ωραΐδης', 'Άννα Ξένου'],
  ['Cyrillic', 'Юлия Щербакова', 'Ђорђе Њежић', 'Олексій Їжак'],
  ['Chinese', '王芳', '欧阳娜娜', '張偉'],
  ['Arabic', 'فاطمة الزهراء', 'محمد بن علي', 'لؤي عبدالله'],
  ['Arabic with letters that join to one sign', 'بلال', 'علاء الدين', 'ملاك'],
  ['Arabic with yeh at the end', 'ياسمين يحيى', 'منى بشير', 'لَيْلَى'],
  ['Arabic with vowels', 'مُحَمَّد', 'عَلِيّ', 'إِبْرَاهِيم'],
  ['Persian and Urdu', 'مژگان گیلانی', 'ڈاکٹر نگہت', 'گلاله چراغی'],
  ['Hebrew', 'שרה לוי', 'יוֹסֵף', 'אלישבע'],
] as const;

/** Without what readers put around a stretch that runs the other way. */
function inOneLine(text: string): string {
  return text.replaceAll(/[\u202a-\u202e\u200e\u200f]/gu, '').replaceAll(/\s+/gu, ' ');
}

describe.each(NAMES)('names in %s come back', (_, first, second, coach) => {
  const scene = aReviewedSession({
    leadName: coach,
    observerName: first,
    coderName: second,
    caregiverNames: [first, second],
    text: `${first}, ${second}`,
    reason: coach,
    note: coach,
  });

  test('from the PDF by pdftotext and by pdf.js', async () => {
    const pdf = await pdfReport(scene);
    const words = execFileSync('pdftotext', ['-enc', 'UTF-8', '-', '-'], { input: pdf }).toString();
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
    const names = [first, second, coach].map((name) => name.normalize('NFC'));
    for (const name of names) expect(inOneLine(words)).toContain(name);
    // It takes a blank and the mark that ends a word behind it in the wrong order.
    for (const name of names.filter((one) => !/\p{M}(?: |$)/u.test(one))) expect(inOneLine(text)).toContain(name);
  });

  test('from ELAN by its schema and by a reader that reads as pympi does', () => {
    const text = made('eaf', scene);
    expect(() => {
      validateEaf(text);
    }).not.toThrow();
    const { tiers: all, types } = readEafFile(text);
    expect(new Set(all.map(({ participant }) => participant).filter((name) => name !== ''))).toEqual(
      new Set([first, second]),
    );
    expect(all.map(({ annotator }) => annotator)).toContain(coach);
    expect(all.some(({ name }) => name.includes(coach) && name.includes(first))).toBe(true);
    expect(all.flatMap(({ annotations }) => annotations.map(({ code }) => code)).join()).toContain(
      `${first}, ${second}`,
    );
    for (const { type } of all) expect(types).toContain(type);
  });

  test.each(['windows-1250', 'windows-1252', 'utf-8'])('from BORIS read as %s', (encoding) => {
    const { subjects, observations } = readBorisFile(
      new TextDecoder(encoding).decode(Buffer.from(made('boris', scene))),
    );
    expect(subjects).toEqual([first, second]);
    expect(observations.some(({ name }) => name.includes(coach))).toBe(true);
  });

  test('from the table, the transcript, the captions and the health record', () => {
    const rows = readCsv(made('csv', scene));
    const columnOf = (column: string) => new Set(rows.map((row) => row[column]));
    for (const name of [first, second]) expect(columnOf('caregiver')).toContain(name);
    expect(columnOf('coder')).toContain(coach);
    const transcript = readTranscript(JSON.parse(made('transcript', scene)));
    expect(JSON.stringify(transcript)).toContain(`${first}, ${second}`);
    const { cues } = readVttFile(made('vtt', scene));
    expect(cues.some(({ text }) => text.startsWith(`<v ${coach}, as given>`))).toBe(true);
    expect(JSON.stringify(JSON.parse(made('fhir', scene)))).toContain(coach);
  });

  test('from SDIS in its labels, with what cannot stand there as a space', () => {
    expect(made('sdis', scene)).toContain(first.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' '));
  });
});
