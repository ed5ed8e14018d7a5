import { expect, test } from 'vitest';
import { readItems } from './checklistText.ts';

const BEFORE = [
  { itemId: 'a', text: 'Set a goal' },
  { itemId: 'b', text: 'Coded in silence' },
];
const read = (text: string) =>
  readItems(text, BEFORE, () => 'new').map(({ itemId, text: line }) => `${itemId} ${line}`);

test.for([
  ['left alone', 'Set a goal\nCoded in silence', ['a Set a goal', 'b Coded in silence']],
  ['reworded in its place', 'Set one goal\nCoded in silence', ['a Set one goal', 'b Coded in silence']],
  ['in another order', 'Coded in silence\nSet a goal', ['b Coded in silence', 'a Set a goal']],
  ['with one more', 'Set a goal\nGreeted\nCoded in silence', ['a Set a goal', 'new Greeted', 'b Coded in silence']],
  ['with one gone and blank lines', '\n  Coded in silence \n\n', ['b Coded in silence']],
] as const)('[FID1] a list %s keeps the ids of what it still holds', ([, text, items]) => {
  expect(read(text)).toEqual(items);
});
