import { z } from 'zod';

/**
 * Keys that a person moved, by name, each with the place that it has for them. Whatever was at that place by default has the place
 * that became free: places are only exchanged, so no key ever does two things and nothing is left without a key, in any program.
 */
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

/** Keys with one of them at another place. */
export function withPlace(own: OwnKeys, name: string, place: string): OwnKeys {
  const next = { ...own, [name]: place, [nameAt(own, place)]: placeFor(own, name) };
  return Object.fromEntries(Object.entries(next).filter(([moved, to]) => moved !== to));
}

/** Whether a key may be given something else to do: those that write. Space is always the voice. */
export function isMovable(place: string): boolean {
  return place.length === 1 && place !== ' ';
}
