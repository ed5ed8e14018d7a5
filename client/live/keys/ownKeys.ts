import { z } from 'zod';

/** Moved keys: the new place of each, by name. Two keys swap places, so that every action keeps one key. */
export type OwnKeys = Readonly<Record<string, string>>;

export const OwnKeysSchema = z.record(z.string(), z.string()).refine((keys) => {
  const [names, places] = [Object.keys(keys).toSorted(), Object.values(keys).toSorted()];
  return names.every((name, index) => name === places[index]);
});

/** Where the key of this name is. */
export function placeFor(own: OwnKeys, name: string): string {
  return own[name] ?? name;
}

/** The name of the key at a place. */
export function nameAt(own: OwnKeys, place: string): string {
  return Object.keys(own).find((name) => own[name] === place) ?? place;
}

/** The keys after one of them moves to another place. */
export function withPlace(own: OwnKeys, name: string, place: string): OwnKeys {
  const next = { ...own, [name]: place, [nameAt(own, place)]: placeFor(own, name) };
  return Object.fromEntries(Object.entries(next).filter(([moved, to]) => moved !== to));
}

/** Whether a key can be reassigned: those that write a character. Space always opens the voice. */
export function isMovable(place: string): boolean {
  return place.length === 1 && place !== ' ';
}
