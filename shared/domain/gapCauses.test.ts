import { expect, test } from 'vitest';
import { GAP_CAUSES, type GapCause, gapTitle, gapWords } from './gapCauses.ts';

const C = 'connection';
const P = 'picture';
const S = 'sound';

test.for<[readonly (readonly GapCause[])[], string]>([
  [[[C]], 'cut off'],
  [[[P]], 'no picture'],
  [[[S]], 'no sound'],
  [[[P, S]], 'no picture and no sound'],
  [[[C, P]], 'cut off and no picture'],
  [[[C, S]], 'cut off and no sound'],
  [[[C, P, S]], 'cut off, no picture, and no sound'],
  [[[P], [P]], 'no picture'],
  [[[P], [S]], 'no picture or no sound'],
  [[[C], [P, S]], 'cut off, no picture, or no sound'],
  [[['coach-left']], 'the coach left'],
  [[['family-left'], [P]], 'the family left or no picture'],
])('[WIN4] gaps that lost %j read as “%s”', ([gaps, words]) => {
  expect(gapWords(gaps)).toBe(words);
});

test('[WIN4] every cause of a gap is named, and a lost connection only if there was one', () => {
  const sets = GAP_CAUSES.reduce<readonly (readonly GapCause[])[]>(
    (all, cause) => [...all, ...all.map((set) => [...set, cause])],
    [[]],
  ).filter((set) => set.length > 0);
  expect(sets).toHaveLength(2 ** GAP_CAUSES.length - 1);
  for (const set of sets) {
    const words = gapWords([set]);
    const said = ['the coach left', 'the family left', 'cut off', 'picture', 'sound'].map((one) => words.includes(one));
    expect(said).toEqual(GAP_CAUSES.map((cause) => set.includes(cause)));
    expect(gapTitle([set]).toLowerCase()).toBe(words);
    expect(gapTitle([set])).toMatch(/^[A-Z]/);
  }
});
