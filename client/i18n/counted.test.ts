import { expect, test } from 'vitest';
import { namespaces } from './namespaces.ts';
import { NAMESPACES, textsOf } from './testing/textsOf.ts';

/** A plural after one: “1 codes”, “1 more direct commands”. Words of two letters and some short verbs are exempt. */
const ONE_OF_MANY = /\b1 (?:(?:more|fewer|other|direct|second) )*(?!is\b|was\b|has\b|this\b|less\b)[a-z]{2,}s\b/u;

test.each([
  ['1 codes', true],
  ['1 more direct commands', true],
  ['1 code', false],
  ['1 less', false],
  ['11 codes', false],
])('%s is a plural with one: %s', (text, is) => {
  expect(ONE_OF_MANY.test(text)).toBe(is);
});

test('a goal’s label, which may be of many, stands apart from the count in a report', async () => {
  const { words } = await namespaces.report();
  expect(words.more.replace('{{count}}', '1').replace('{{label}}', 'reflections')).toBe('1 more (reflections)');
});

test.for(NAMESPACES)('no counted sentence of %s has a plural with 1', async (name) => {
  const texts = await textsOf(name);
  const keys = new Set(texts.map(([key]) => key));
  // English has two plural forms: a text has `_one` and `_other`, or neither.
  const ofOne = texts.filter(([key]) => !key.endsWith('_other') || !keys.has(key.replace(/_other$/u, '_one')));
  const said = ofOne.map(([, text]) => text.replaceAll('{{count}}', '1'));
  expect(said.filter((text) => ONE_OF_MANY.test(text))).toEqual([]);
});
