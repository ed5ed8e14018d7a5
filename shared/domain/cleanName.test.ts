import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanName } from './cleanName.ts';

test.for([
  ['blanks around and inside', '  Nora \t Lark\n', 'Nora Lark'],
  ['a letter and its accent apart', 'Zoe\u0308', 'Zoë'],
  ['zero-width signs', '\u200bNo\u200bra\ufeff', 'Nora'],
  ['a turned direction', 'Nora\u202egrebneR', 'NoragrebneR'],
  ['isolates and marks of direction', '\u2067עדי\u2069\u200f', 'עדי'],
  ['control signs', 'Jon\u0000\u0007 Lark', 'Jon Lark'],
  ['a letter that shows nothing', '\u3164\u115fAda', 'Ada'],
  ['an accent without a letter', '\u0301Ada', 'Ada'],
  ['half a pair', 'Ada\ud800', 'Ada'],
  ['a joiner at the end', 'Ada\u200d', 'Ada'],
] as const)('a name loses %s', ([, text, name]) => expect(cleanName(text)).toBe(name));

test.for(['', '   ', '\u200b\u200d', '\u3164', '\u0301\u0308', '\u202e', '\u2800', '\u0000', '\u{e0041}'])(
  'a name with nothing visible is no name: %j',
  (text) => expect(cleanName(text)).toBe(''),
);

test.for([
  'Łukasz',
  'Ángela',
  'İbrahim Güneş',
  'Αλέξανδρος',
  'Юлія',
  '王芳',
  'محمد',
  'مهر\u200cناز',
  'क्\u200dष',
  '葛\u{e0100}城',
  "D'Arcy-O’Neill Jr.",
  'Nguyễn Thị Minh Khai',
])('“%s” is kept as it is', (name) => expect(cleanName(name)).toBe(name));

test('cleaning twice changes nothing, and the result is visible or empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const name = cleanName(text);
      expect(cleanName(name)).toBe(name);
      expect(name).toBe(name.normalize('NFC').trim());
      expect(name).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\ufeff]/u);
    }),
    { numRuns: 500 },
  );
});
