import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';

type Row = { readonly word: string; readonly means: string; readonly inCode: string; readonly not: string };

const TABLES = readFileSync('docs/GLOSSARY.md', 'utf8')
  .split(/^## /mu)
  .slice(1)
  .map((section) =>
    section
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2)
      .map((line): Row => {
        const [word = '', means = '', inCode = '', not = ''] = line
          .split('|')
          .slice(1)
          .map((cell) => cell.trim());
        return { word, means, inCode, not };
      }),
  );
const ROWS = TABLES.flat();

const read = (pattern: string) =>
  globSync(pattern, { exclude: (name) => name.includes('.test.') })
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

describe('the glossary', () => {
  test('has each word once in a table, in their order, with its meaning', () => {
    expect(ROWS.length).toBeGreaterThan(50);
    for (const rows of TABLES) {
      const words = rows.map(({ word }) => word);
      expect(words).toEqual([...new Set(words)].toSorted((one, other) => one.localeCompare(other, 'en')));
    }
    expect(ROWS.filter(({ means }) => !/^[A-Z].*\.$/u.test(means))).toEqual([]);
  });

  test('names what is in the code', () => {
    const code = read('{shared,server,client}/**/*.{ts,tsx}');
    const named = ROWS.flatMap(({ inCode }) => [...inCode.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name));
    expect(named.length).toBeGreaterThanOrEqual(ROWS.length);
    expect(named.filter((name) => !code.includes(name))).toEqual([]);
  });

  test('has every code of PCIT with its full name', () => {
    const named = ROWS.filter(({ inCode }) => inCode.endsWith('_CODES`')).map(({ word, means }) => `${word} ${means}`);
    const missing = PCIT.codes.filter(({ code, name }) => !named.some((row) => row.startsWith(`${code} ${name}. `)));
    expect(missing).toEqual([]);
    expect(named).toHaveLength(PCIT.codes.length);
  });

  test('has one word for one thing: screens and rules use none of the others', () => {
    const shown = read('client/i18n/en/*.ts') + read('shared/domain/rules/*.ts');
    const others = ROWS.flatMap(({ not }) => (not === '' ? [] : not.split(', ')));
    expect(others).toContain('outage');
    const texts = [...shown.matchAll(/'([^'\n]* [^'\n]*)'/gu)]
      .map(([, text = '']) => text.replaceAll(/\{\{.*?\}\}/gu, ''))
      .join('\n');
    expect(others.filter((word) => new RegExp(`\\b${word}s?\\b`, 'iu').test(texts))).toEqual([]);
  });
});
