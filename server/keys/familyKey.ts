import type { KeyObject } from 'node:crypto';
import type { FamilyId } from '#shared/protocol/ids.ts';
import { seal, Unreadable, unseal } from './seal.ts';

/** Encrypts and decrypts what is stored about one family. A place is the column and row of a value. */
export type FamilyKey = {
  readonly familyId: FamilyId;
  readonly seal: (place: string, value: string | Uint8Array) => Buffer;
  /** Throws `Unreadable` if the value was changed, moved from another place or belongs to another family. */
  readonly open: (place: string, sealed: Uint8Array) => Buffer;
  readonly openText: (place: string, sealed: Uint8Array) => string;
  /** The same, remembered as long as the key: lists open the same few names again and again. */
  readonly openName: (place: string, sealed: Uint8Array) => string;
  /** The key itself, for whoever wraps it. */
  readonly key: KeyObject;
  /** Forgets the key and the names. From then on it opens nothing. */
  readonly drop: () => void;
};

type Opened = { readonly sealed: Uint8Array; readonly name: string };

export function createFamilyKey(familyId: FamilyId, key: KeyObject): FamilyKey {
  const names = new Map<string, Opened>();
  const boundTo = (place: string) => `${place} of family ${familyId}`;
  let isDropped = false;

  function open(place: string, sealed: Uint8Array) {
    if (isDropped) throw new Unreadable(boundTo(place));
    return unseal(key, boundTo(place), sealed);
  }
  const openText = (place: string, sealed: Uint8Array) => open(place, sealed).toString('utf8');

  return {
    familyId,
    key,
    open,
    openText,
    seal(place, value) {
      if (isDropped) throw new Unreadable(boundTo(place));
      return seal(key, boundTo(place), value);
    },
    openName(place, sealed) {
      const known = names.get(place);
      if (known !== undefined && Buffer.compare(known.sealed, sealed) === 0) return known.name;
      const name = openText(place, sealed);
      names.set(place, { sealed, name });
      return name;
    },
    drop() {
      isDropped = true;
      names.clear();
    },
  };
}
