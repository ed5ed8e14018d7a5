import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FamilyId } from '#shared/protocol/ids.ts';
import { clinicKeyOf, unwrapFamilyKey, wrapFamilyKey } from './clinicKey.ts';
import { createFamilyKey } from './familyKey.ts';
import { KEY_BYTES, Unreadable } from './seal.ts';

const aFamily = () => FamilyId.parse(randomUUID());
const aFamilyKey = (familyId = aFamily()) => createFamilyKey(familyId, createSecretKey(randomBytes(KEY_BYTES)));

test('[KEY1] what is sealed opens again, whatever it is, and never looks the same twice', () => {
  const key = aFamilyKey();
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, place) => {
      const wellFormed = text.toWellFormed();
      const sealed = key.seal(place, wellFormed);
      expect(key.openText(place, sealed)).toBe(wellFormed);
      expect(sealed.equals(key.seal(place, wellFormed))).toBe(false);
    }),
  );
});

test('[KEY1] a value with any changed, missing or added byte does not open', () => {
  const key = aFamilyKey();
  fc.assert(
    fc.property(fc.string(), fc.nat(), fc.integer({ min: 1, max: 255 }), (text, at, change) => {
      const sealed = key.seal('families.name', text);
      const place = at % sealed.length;
      const changed = Buffer.from(sealed);
      changed[place] = (changed[place] ?? 0) ^ change;
      expect(() => key.open('families.name', changed)).toThrow(Unreadable);
      expect(() => key.open('families.name', sealed.subarray(0, place))).toThrow(Unreadable);
      expect(() => key.open('families.name', Buffer.concat([sealed, Buffer.of(change)]))).toThrow(Unreadable);
    }),
  );
});

test('[KEY1] a value opens only in its place: not in another column, row or family', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (text, place, other) => {
      fc.pre(place !== other);
      const [key, others] = [aFamilyKey(), aFamilyKey()];
      const sealed = key.seal(place, text);
      expect(() => key.open(other, sealed)).toThrow(Unreadable);
      expect(() => others.open(place, sealed)).toThrow(Unreadable);
      // The same key for another family would not open it either.
      expect(() => createFamilyKey(others.familyId, key.key).open(place, sealed)).toThrow(Unreadable);
    }),
  );
});

test('an error names the place and nothing of the value', () => {
  const key = aFamilyKey();
  const sealed = key.seal('families.name', 'Lark');
  expect(() => key.open('caregivers.name', sealed)).toThrow(
    `A stored value cannot be decrypted: caregivers.name of family ${key.familyId}.`,
  );
});

test('plain text is not read where something sealed should be', () => {
  const key = aFamilyKey();
  expect(() => key.open('families.name', Buffer.from('Lark family, in plain text'))).toThrow(Unreadable);
});

test('a name that was opened is remembered until it changes', () => {
  const key = aFamilyKey();
  const [first, second] = [key.seal('families.name', 'Lark'), key.seal('families.name', 'Wren')];
  expect([first, first, second, first].map((sealed) => key.openName('families.name', sealed))).toEqual([
    ...['Lark', 'Lark', 'Wren', 'Lark'],
  ]);
});

test('[KEY1] a key that was dropped opens and seals nothing', () => {
  const key = aFamilyKey();
  const sealed = key.seal('families.name', 'Lark');
  expect(key.openName('families.name', sealed)).toBe('Lark');
  key.drop();
  expect(() => key.openText('families.name', sealed)).toThrow(Unreadable);
  expect(() => key.openName('families.name', sealed)).toThrow(Unreadable);
  expect(() => key.seal('families.name', 'Lark')).toThrow(Unreadable);
});

test('[KEY1] a family’s key opens under the clinic key that wrapped it, for that family only', () => {
  const [clinicKey, other] = [clinicKeyOf(randomBytes(KEY_BYTES)), clinicKeyOf(randomBytes(KEY_BYTES))];
  const { familyId, key } = aFamilyKey();
  const wrapped = wrapFamilyKey(clinicKey, familyId, key);
  expect(unwrapFamilyKey(clinicKey, familyId, wrapped).equals(key)).toBe(true);
  expect(() => unwrapFamilyKey(other, familyId, wrapped)).toThrow(Unreadable);
  expect(() => unwrapFamilyKey(clinicKey, aFamily(), wrapped)).toThrow(Unreadable);
  expect(clinicKey.id).toMatch(/^[0-9a-f]{16}$/);
  expect(clinicKey.id).not.toBe(other.id);
});
