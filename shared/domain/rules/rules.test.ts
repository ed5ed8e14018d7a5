import { glob, readFile } from 'node:fs/promises';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { listPrograms } from '../programs/findProgram.ts';
import { findRule, RULE_AREAS } from './findRule.ts';
import { type Judge, JUDGES } from './judges.ts';
import { rulesPage } from './rulesPage.ts';

const RULES = RULE_AREAS.flatMap(({ rules }) => rules);

test('docs/RULES.md matches the book of rules (node tools/rulesPage.ts writes it)', async () => {
  const page = await format(rulesPage(), { parser: 'markdown', printWidth: 120, singleQuote: true });
  expect(await readFile('docs/RULES.md', 'utf8')).toBe(page);
});

test('every rule has a unique id and full sentences', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  for (const { id, says } of RULES) expect([id, /^[A-Z].*\.$/.test(says)]).toEqual([id, true]);
});

test('a published or reported rule names its source', () => {
  for (const { id, source, confidence } of RULES) {
    if (confidence !== 'ours') expect([id, source]).not.toEqual([id, '']);
  }
});

test('[PRO1] every criterion and gate of a program is in the book, and a published goal is never a local rule', () => {
  for (const { phases, measures, course } of listPrograms()) {
    const criteria = phases.flatMap((phase) => [...phase.criteria, ...phase.practiceGoals]);
    const gates = course.flatMap(({ gate }) => (gate.is === 'graduation' ? gate.measures : []));
    for (const { rule } of [...criteria, ...measures, ...gates])
      expect([rule, findRule(rule)?.id]).toEqual([rule, rule]);
    for (const { rule, goalOrigin } of criteria) {
      expect([rule, findRule(rule)?.confidence === 'ours']).toEqual([rule, goalOrigin === 'local']);
    }
  }
});

/** Each rule id in code or tests outside the book, with the file that mentions it. */
async function citedIds(): Promise<ReadonlyMap<string, string>> {
  const areas = new Set(RULES.map(({ id }) => id.replace(/\d+$/, '')));
  const cited = new Map<string, string>();
  for await (const file of glob('{client,server,shared,e2e,tools}/**/*.{ts,tsx}')) {
    if (file.includes('domain/rules/')) continue;
    for (const [id, area = ''] of (await readFile(file, 'utf8')).matchAll(/\b([A-Z]{3,4})\d{1,2}\b/g)) {
      if (areas.has(area)) cited.set(id, file);
    }
  }
  return cited;
}

test('code and tests mention exactly the rules of the book', async () => {
  const cited = await citedIds();
  expect([...cited].filter(([id]) => findRule(id) === undefined)).toEqual([]);
  expect(RULES.map(({ id }) => id).filter((id) => !cited.has(id))).toEqual([]);
});

/** The text of every source file, by path. */
async function allFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for await (const file of glob('{client,server,shared,e2e,tools}/**/*.{ts,tsx}')) {
    if (!file.includes('domain/rules/')) files.set(file, await readFile(file, 'utf8'));
  }
  return files;
}

test('every rule has a judge, and the judge’s files mention the rule', async () => {
  const files = [...(await allFiles())];
  const missing = RULES.flatMap(({ id, judgedBy }) => {
    const named = new RegExp(`\\b${id}\\b`);
    const isKnownTo = (judge: Judge) =>
      files.some(([file, text]) => JUDGES[judge].in.some((place) => file.startsWith(place)) && named.test(text));
    return judgedBy.filter((judge) => !isKnownTo(judge)).map((judge) => `${id}: ${judge}`);
  });
  expect(missing).toEqual([]);
});

/** Judged by a table of numbers, which the tests of scoring read for every program. */
const BY_TABLE: readonly Judge[] = ['goals'];

test('every rule that software judges is named by a test, alone or in a range such as STA1-3', async () => {
  const tested = new Set<string>();
  for (const [file, text] of await allFiles()) {
    if (!/\.(?:test|spec)\.tsx?$/.test(file)) continue;
    for (const [, area = '', from, to = from] of text.matchAll(/\b([A-Z]{3,4})(\d{1,2})(?:-(\d{1,2}))?\b/g)) {
      for (let n = Number(from); n <= Number(to); n += 1) tested.add(`${area}${n}`);
    }
  }
  const isByCode = (judge: Judge) => JUDGES[judge].is === 'software' && !BY_TABLE.includes(judge);
  const untested = RULES.filter(({ id, judgedBy }) => judgedBy.some(isByCode) && !tested.has(id));
  expect(untested.map(({ id }) => id)).toEqual([]);
});
