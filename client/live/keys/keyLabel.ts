import { type OwnKeys, placeFor } from './ownKeys.ts';
import { codeOfPlace } from './placeName.ts';

/** What the keys of this keyboard write, by `KeyboardEvent.code`, as far as known. */
export type KeyLayout = ReadonlyMap<string, string>;

const NAMED: Readonly<Record<string, string>> = { backspace: '⌫' };

/** What is printed on the key of this name, on this keyboard and for this person. */
export function keyLabel(name: string, own: OwnKeys, layout: KeyLayout): string {
  const place = placeFor(own, name);
  const printed = layout.get(codeOfPlace(place) ?? '') ?? NAMED[place] ?? place;
  const capital = printed.toUpperCase();
  // The capital of “ß” is not one letter.
  return printed.length === 1 && capital.length > 1 ? printed : capital;
}
