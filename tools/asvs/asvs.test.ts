import { existsSync, readFileSync } from 'node:fs';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { asvsPage } from './asvsPage.ts';
import { CHAPTERS } from './chapters.ts';
import { ANSWERED_IDS, OFFICIAL_LEVELS } from './officialLevels.ts';

const ROWS = CHAPTERS.flatMap(({ rows }) => rows);
const EVIDENCE = ROWS.flatMap((row) => ('met' in row ? row.met.map((evidence) => ({ id: row.id, evidence })) : []));
const ENDS = /[.?!]$/u;

describe('the table of security requirements', () => {
  test('has each requirement of levels 1 and 2 and of WebRTC once, in the order of the standard', () => {
    expect(OFFICIAL_LEVELS.size).toBe(345);
    expect(ROWS.map(({ id }) => id)).toEqual(ANSWERED_IDS);
    for (const { id, rows } of CHAPTERS) expect(rows.filter((row) => !row.id.startsWith(`${id}.`))).toEqual([]);
  });

  test('names only files that exist', () => {
    const files = EVIDENCE.map(
      ({ id, evidence }) => [id, typeof evidence === 'string' ? evidence : evidence[0]] as const,
    );
    expect(files.filter(([, file]) => !existsSync(file))).toEqual([]);
  });

  test('quotes only titles that are in their file', () => {
    const titled = EVIDENCE.flatMap(({ id, evidence }) =>
      typeof evidence === 'string' ? [] : [[id, ...evidence] as const],
    );
    const isThere = (file: string, title: string) => readFileSync(file, 'utf8').includes(`'${title}'`);
    expect(titled.length).toBeGreaterThan(100);
    expect(titled.filter(([, file, title]) => !isThere(file, title))).toEqual([]);
  });

  test('says what is asked in a few words, and everything else in sentences', () => {
    for (const row of ROWS) {
      expect([row.id, row.asks]).toEqual([row.id, expect.stringMatching(/^\P{Ll}.{8,90}[^.]$/u)]);
      const said = 'open' in row ? row.open : 'notApplicable' in row ? row.notApplicable : (row.note ?? 'None.');
      expect([row.id, said]).toEqual([row.id, expect.stringMatching(ENDS)]);
    }
  });

  test('is what docs/ASVS.md shows (node tools/asvsPage.ts writes it)', async () => {
    const page = await format(asvsPage(), { parser: 'markdown', printWidth: 120, singleQuote: true });
    expect(readFileSync('docs/ASVS.md', 'utf8')).toBe(page);
  });
});
