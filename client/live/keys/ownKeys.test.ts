import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMovable, nameAt, type OwnKeys, OwnKeysSchema, placeFor, withPlace } from './ownKeys.ts';

const PLACES = Array.from("abcdefghijklmnopqrstuvwxyz0123456789,.;/'-");
const moves = fc.array(fc.tuple(fc.constantFrom(...PLACES), fc.constantFrom(...PLACES)), { maxLength: 30 });
const moved = (steps: readonly (readonly [string, string])[]) =>
  steps.reduce<OwnKeys>((own, [name, place]) => withPlace(own, name, place), {});

test('however keys are moved, no two of them share a place, and each place still names one key', () => {
  fc.assert(
    fc.property(moves, (steps) => {
      const own = moved(steps);
      expect(new Set(PLACES.map((name) => placeFor(own, name))).size).toBe(PLACES.length);
      expect(PLACES.map((name) => nameAt(own, placeFor(own, name)))).toEqual(PLACES);
    }),
  );
});

test('a key is where it was put last', () => {
  fc.assert(
    fc.property(moves, fc.constantFrom(...PLACES), fc.constantFrom(...PLACES), (steps, name, place) => {
      expect(placeFor(withPlace(moved(steps), name, place), name)).toBe(place);
    }),
  );
});

test('what is kept is read again, and a key put back leaves nothing to keep', () => {
  fc.assert(
    fc.property(moves, (steps) => {
      expect(OwnKeysSchema.parse(moved(steps))).toEqual(moved(steps));
    }),
  );
  expect(withPlace(withPlace({}, 'l', 'g'), 'l', 'l')).toEqual({});
});

test('two keys at one place are not read', () => {
  expect(OwnKeysSchema.safeParse({ l: 'g', u: 'g' }).success).toBe(false);
  expect(OwnKeysSchema.safeParse({ l: 'g' }).success).toBe(false);
});

test('only keys that write can be chosen, and Space stays the voice', () => {
  expect(['g', '4', ';', ' ', 'enter', 'f1', 'tab'].filter(isMovable)).toEqual(['g', '4', ';']);
});
