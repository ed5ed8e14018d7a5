import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visualRuns } from './visualRuns.ts';

const oneFace = () => 'face';
const drawn = (line: string) => visualRuns(line, oneFace).map(({ text, isRightToLeft }) => [text, isRightToLeft]);

test.for([
  ['Noor', [['Noor', false]]],
  [
    'with שרה לוי here',
    [
      ['with ', false],
      ['שרה לוי', true],
      [' here', false],
    ],
  ],
  [
    '(שרה)',
    [
      ['(', false],
      ['שרה', true],
      [')', false],
    ],
  ],
  [
    'שרה 12 לוי',
    [
      [' לוי', true],
      ['12', false],
      ['שרה ', true],
    ],
  ],
  [
    '\u2068שרה\u2069: 12',
    [
      ['שרה', true],
      [': 12', false],
    ],
  ],
] as const)('“%s” is ordered from left to right as its script requires', ([line, runs]) => {
  expect(drawn(line)).toEqual(runs);
});

test('no letter is lost or doubled', () => {
  const letter = fc.constantFrom('a', '1', ' ', '.', 'ש', 'م', '王', 'Ł', '😀');
  fc.assert(
    fc.property(
      fc.array(letter).map((letters) => letters.join('')),
      (line) => {
        const seen = visualRuns(line, oneFace)
          .map(({ text }) => text)
          .join('');
        expect(Array.from(seen).toSorted()).toEqual(Array.from(line).toSorted());
      },
    ),
  );
});
