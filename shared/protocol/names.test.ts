import { expect, test } from 'vitest';
import { ClinicSettings } from './clinic.ts';
import { ClinicProgrammeChange, FirstAdmin, NewAccount, NewClinicProgramme, NewFamily } from './http.ts';
import { KnownName } from './names.ts';

/** Every field that somebody types a name into, over HTTP. */
const TYPED = {
  'an account’s': NewAccount.shape.name,
  'the first admin’s': FirstAdmin.shape.name,
  'a family’s': NewFamily.shape.name,
  'a caregiver’s': NewFamily.shape.caregiverNames.element,
  'a clinic’s': ClinicSettings.shape.name,
  'a new copy’s of a program': NewClinicProgramme.shape.name,
  'a changed copy’s of a program': ClinicProgrammeChange.shape.name,
};

test.for(Object.entries(TYPED))('%s name is cleaned, and one that nobody can see is refused', ([, schema]) => {
  expect(schema.parse('  Zoe\u0308 \u202e\u200bLark ')).toBe('Zoë Lark');
  for (const unseen of ['', ' ', '\u200b', '\u3164', '\u0301', '\u202e\u2066']) {
    expect(schema.safeParse(unseen).success).toBe(false);
  }
  expect(schema.safeParse('x'.repeat(81)).success).toBe(false);
});

test('initials are cleaned, and may be none', () => {
  expect(NewFamily.shape.childInitials.parse(' T.\u200b ')).toBe('T.');
  expect(NewFamily.shape.childInitials.parse('\u200b')).toBe('');
});

test('a name that was kept before names were checked refuses nothing', () => {
  expect(KnownName.parse('\u200b')).toBe('–');
  expect(KnownName.parse('x'.repeat(200))).toHaveLength(200);
});
