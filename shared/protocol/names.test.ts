import { expect, test } from 'vitest';
import { Initials, KnownName, Name } from './names.ts';

test('a typed name is cleaned, must be visible, and has a maximum length', () => {
  expect(Name.parse('  Zoe\u0308 \u202e\u200bLark ')).toBe('Zoë Lark');
  for (const unseen of ['', ' ', '\u200b', '\u3164', '\u0301', '\u202e\u2066']) {
    expect(Name.safeParse(unseen).success).toBe(false);
  }
  expect(Name.safeParse('x'.repeat(81)).success).toBe(false);
});

test('initials are cleaned and may be empty', () => {
  expect(Initials.parse(' T.\u200b ')).toBe('T.');
  expect(Initials.parse('\u200b')).toBe('');
});

test('a name that was stored before names were checked is never refused', () => {
  expect(KnownName.parse('\u200b')).toBe('–');
  expect(KnownName.parse('x'.repeat(200))).toHaveLength(200);
});
