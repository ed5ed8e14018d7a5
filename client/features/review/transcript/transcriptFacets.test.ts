import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findProgram } from '#shared/domain/programs/findProgram.ts';
import { type Facet, FACETS, countFacets, EVERYTHING, facetsOf, filterLines } from './transcriptFacets.ts';
import { someLines } from './testing/someLines.ts';

const PCIT = findProgram('pcit', 'pcit-2011')!;
const LINES = someLines(PCIT);

const keys = (filter: Partial<typeof EVERYTHING>) =>
  filterLines(LINES, { ...EVERYTHING, ...filter }, PCIT).map(({ key }) => key);

test('without a filter every line is shown', () => {
  expect(filterLines(LINES, EVERYTHING, PCIT)).toEqual(LINES);
});

test.for([
  { query: 'LP', found: ['code-1', 'prompt-1'] },
  { query: 'lp', found: ['code-1', 'prompt-1'] },
  { query: 'labeled', found: ['code-1', 'code-3', 'prompt-1'] },
  { query: 'HIGH', found: ['code-2'] },
  { query: 'missed it', found: ['note-1'] },
  { query: 'zebra', found: [] },
])('“$query” finds $found', ({ query, found }) => {
  expect(keys({ query })).toEqual(found);
});

test('a code is found in names and reasons, and as what it was corrected to', () => {
  expect(keys({ query: 'UP' })).toEqual(['code-3']);
});

test('the codes of one coder are only codes', () => {
  expect(keys({ coder: 'ada' })).toEqual(['code-3']);
});

test('more facets show more: each line is shown by each of its own', () => {
  fc.assert(
    fc.property(fc.subarray([...FACETS], { minLength: 1 }), (facets) => {
      const wanted = new Set<Facet>(facets);
      const shown = filterLines(LINES, { ...EVERYTHING, facets: wanted }, PCIT);
      expect(shown).toEqual(LINES.filter((line) => facetsOf(line).some((facet) => wanted.has(facet))));
    }),
  );
});

test('each count is the number of lines its facet shows alone', () => {
  for (const [facet, count] of countFacets(LINES)) {
    expect([facet, keys({ facets: new Set([facet]) }).length]).toEqual([facet, count]);
  }
});
