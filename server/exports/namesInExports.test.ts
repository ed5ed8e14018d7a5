import { execFileSync } from 'node:child_process';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { readTranscript } from '#shared/protocol/transcript.ts';
import { aReviewedSession, PLAIN_WORDS } from '#shared/session/testing/aReviewedSession.ts';
import {
  made,
  readBorisFile,
  readCsv,
  readEafFile,
  readVttFile,
  validateEaf,
} from '#shared/exports/testing/readExports.ts';
import { findUnshownNames } from './makeExport.ts';
import { pdfReport } from './pdfReport.ts';

/** Two caregivers and a coach for each script that names come in. */
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
  ['Hindi', 'प्रिया शर्मा', 'कृष्णा त्रिपाठी', 'ऋत्विक द्विवेदी'],
  ['Bengali', 'শ্রেয়া চট্টোপাধ্যায়', 'কৌশিক', 'রীতা'],
  ['Tamil', 'கிருஷ்ணன்', 'மீனாட்சி', 'செல்வி'],
  ['Telugu', 'కృష్ణ శ్రీనివాస్', 'లక్ష్మి', 'సీత'],
  ['Kannada', 'ಕೃಷ್ಣ ಶ್ರೀನಿವಾಸ', 'ಲಕ್ಷ್ಮಿ', 'ಸೀತಾ'],
  ['Malayalam', 'കൃഷ്ണൻ', 'മീനാക്ഷി', 'ശ്രീദേവി'],
  ['Gujarati', 'કૃષ્ણ પટેલ', 'પ્રિયા', 'રીતા'],
  ['Punjabi', 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ', 'ਸਿਮਰਨ', 'ਹਰਜੀਤ'],
  ['Sinhala', 'ක්‍රිෂ්ණා', 'ශ්‍රී', 'නිමල්'],
  ['Thai', 'สมชาย ใจดี', 'กัญญารัตน์', 'น้ำฝน'],
  ['Lao', 'ສົມສັກ', 'ນ້ຳຝົນ', 'ບຸນມີ'],
  ['Khmer', 'សុខា', 'ស្រីមុំ', 'ភារម្យ'],
  ['Burmese', 'အောင်ဆန်းစုကြည်', 'မြင့်', 'သီတာ'],
  ['Korean', '김민준', '이서연', '박지훈'],
  ['Georgian', 'გიორგი ბერიძე', 'ნინო', 'ქეთევან'],
  ['Armenian', 'Արամ Խաչատրյան', 'Անի', 'Գոհար'],
  ['Amharic', 'አበበ በቀለ', 'ፀሐይ', 'ሰላም'],
  ['Hebrew', 'שרה לוי', 'יוֹסֵף', 'אלישבע'],
] as const;

/** Without the marks that readers put around text of the other direction. */
function inOneLine(text: string): string {
  return text.replaceAll(/[\u202a-\u202e\u200e\u200f]/gu, '').replaceAll(/\s+/gu, ' ');
}

test.for([
  ['a Han letter that no font has', '𠮷田', '\ufffd田'],
  ['marks of the Qur’an that cannot be placed', 'مُحَمَّد\u08f0', 'مُحَمَّد\u08f0'],
] as const)('%s never prevents a report', async ([, name, shown]) => {
  const pdf = await pdfReport(aReviewedSession({ ...PLAIN_WORDS, leadName: name }));
  const words = inOneLine(execFileSync('pdftotext', ['-enc', 'UTF-8', '-', '-'], { input: pdf }).toString());
  expect(words).toContain(shown);
  const isShown = name.normalize('NFC') === shown;
  expect(/replaces a letter that this file has no font for: ([^.]*)\./u.exec(words)?.[1]).toBe(
    isShown ? undefined : 'U+20BB7',
  );
  expect(await findUnshownNames(aReviewedSession({ ...PLAIN_WORDS, leadName: name }))).toEqual(isShown ? [] : [name]);
});

describe.each(NAMES)('names in %s are read back', (_, first, second, coach) => {
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
    // pdf.js swaps a space and the mark that ends the word before it. It separates Lao signs that are one letter but
    // are read as two.
    const apart = inOneLine(text).normalize('NFKC');
    for (const name of names.filter((one) => !/\p{M}(?: |$)/u.test(one)))
      expect(apart).toContain(name.normalize('NFKC'));
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

  test('from SDIS in its labels, with a space for each character that labels may not contain', () => {
    expect(made('sdis', scene)).toContain(first.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' '));
  });
});
