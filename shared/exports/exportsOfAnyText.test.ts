import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { readTranscript } from '#shared/protocol/transcript.ts';
import { aReviewedSession, type MadeUp } from '#shared/session/testing/aReviewedSession.ts';
import { csvExport, escapeCell, unescapeCell } from './csvExport.ts';
import { EAF_SCHEMA } from './testing/eafSchema.ts';
import { exportedCodes } from './exportedCodes.ts';
import { exportedRecords } from './exportedRecords.ts';
import { plainLine } from './plainLine.ts';
import { made, readCsv, readVttFile } from './testing/readExports.ts';

const nasty = fc.constantFrom(
  '"',
  "'",
  ',',
  ';',
  '/',
  '%',
  '<',
  '>',
  '&',
  ']]>',
  '-->',
  '\n',
  '\r',
  '\r\n',
  '\t',
  '=1+1',
  ';=1+1',
  ';"=1+1"',
  '\t\t+1',
  '@SUM',
  '+',
  '-',
  '\u0000',
  '\u001b',
  '\ufffe',
  '\ud800',
  '‮',
  'ä',
  '子',
  '😀',
  '__proto__',
  ' ',
);
const anyText = fc
  .array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 6 })
  .map((parts) => parts.join(''));
const anyName = anyText.map((text) => `${text}x`);
const anyWords: fc.Arbitrary<MadeUp> = fc.record({
  leadName: anyName,
  observerName: anyName,
  coderName: anyName,
  caregiverNames: fc.tuple(anyName, anyName),
  text: anyName,
  reason: anyName,
  note: anyName,
});

const RUNS = { numRuns: 40 };

test('any text is restored from CSV as it was, and no cell begins like a formula', () => {
  fc.assert(
    fc.property(anyWords, (words) => {
      const scene = aReviewedSession(words);
      const rows = readCsv(csvExport(scene)).filter((row) => row['kind'] === 'code');
      expect(rows).toHaveLength(exportedCodes(scene).length);
      const texts = new Set(rows.map((row) => unescapeCell(row['text'] ?? '')));
      expect(texts).toContain(words.text);
      for (const row of rows) {
        expect(Object.values(row).filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([]);
      }
      const text = csvExport(scene);
      expect(text.startsWith('\ufeff')).toBe(true);
      // As read by a spreadsheet that separates by semicolons or tabs and ignores quotation marks.
      const split = [';', '\t'].flatMap((delimiter) => Papa.parse<string[]>(text, { delimiter }).data.flat());
      const cells = [...split, ...text.split(/[;\t\r\n]/u)];
      expect(cells.filter((cell) => /^["\p{Z}\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell))).toEqual([]);
    }),
    RUNS,
  );
});

test.for(['\u2003', '\u3000', '\u200b', '\ufeff', '\u00a0', ' "\u2009'])(
  'a formula behind a space or an invisible character is escaped too: %j',
  (blank) => {
    for (const text of [`${blank}=1`, `a;${blank}=1`, `a\t${blank}@x`]) {
      expect(escapeCell(text)).toBe(text.replace(/(?=[=@])/u, "'"));
      expect(unescapeCell(escapeCell(text))).toBe(text);
    }
  },
);

test('an escaped cell can always be restored', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(unescapeCell(escapeCell(text))).toBe(text);
    }),
  );
});

test('any text makes a valid ELAN document that contains the words', () => {
  using schema = XmlDocument.fromString(EAF_SCHEMA);
  using validator = XsdValidator.fromDoc(schema);
  fc.assert(
    fc.property(anyWords, (words) => {
      const scene = aReviewedSession(words);
      const text = made('eaf', scene);
      using document = XmlDocument.fromString(text);
      validator.validate(document);
      const tiers = document.find('//TIER').length;
      expect(tiers).toBeGreaterThan(5);
      const said = document.find('//ANNOTATION_VALUE').map((node) => node.content);
      expect(said).toContain(plainLine(words.text));
      expect(() => {
        new XMLParser().parse(text);
      }).not.toThrow();
    }),
    RUNS,
  );
});

test('any text makes valid WebVTT, readable JSON, and SDIS with the right number of sequences', () => {
  const sequences = made('sdis', aReviewedSession()).split(' /\n').length;
  fc.assert(
    fc.property(anyWords, (words) => {
      const scene = aReviewedSession(words);
      const { cues, errors } = readVttFile(made('vtt', scene));
      expect(errors).toEqual([]);
      const records = exportedRecords(scene).filter(({ of }) => of !== 'undone');
      expect(cues).toHaveLength(records.flatMap(({ codes }) => codes).length);
      expect(readTranscript(JSON.parse(made('transcript', scene))).ok).toBe(true);
      for (const format of ['boris', 'fhir'] as const)
        expect(() => JSON.parse(made(format, scene)) as unknown).not.toThrow();
      const lines = made('sdis', scene).trimEnd().split('\n');
      expect(lines.join('\n').concat('\n').split(' /\n')).toHaveLength(sequences);
      for (const line of lines.slice(2))
        expect(line).toMatch(/^(% [^%]* %|<[\p{L}\p{M}\p{N} ]+>|[\w]*,[\d.-]+( \/)?)$/u);
    }),
    RUNS,
  );
});
