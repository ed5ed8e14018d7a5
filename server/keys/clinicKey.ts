import { createHash, createSecretKey, type KeyObject } from 'node:crypto';
import type { FamilyId } from '#shared/protocol/ids.ts';
import { seal, unseal } from './seal.ts';

/** A key of the clinic. It encrypts (“wraps”) the keys of families. Its id tells nothing about it. */
export type ClinicKey = { readonly id: string; readonly key: KeyObject };

const ID_BYTES = 8;

export function clinicKeyOf(bytes: Uint8Array): ClinicKey {
  const id = createHash('sha256').update(bytes).digest().subarray(0, ID_BYTES).toString('hex');
  return { id, key: createSecretKey(bytes) };
}

export function wrapFamilyKey(clinicKey: ClinicKey, familyId: FamilyId, familyKey: KeyObject): Buffer {
  const bytes = familyKey.export();
  const wrapped = seal(clinicKey.key, placeOf(familyId), bytes);
  bytes.fill(0);
  return wrapped;
}

/** Throws `Unreadable` if this clinic key did not wrap it for this family. */
export function unwrapFamilyKey(clinicKey: ClinicKey, familyId: FamilyId, wrapped: Uint8Array): KeyObject {
  const bytes = unseal(clinicKey.key, placeOf(familyId), wrapped);
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return key;
}

const placeOf = (familyId: FamilyId) => `family_keys.wrapped_key of family ${familyId}`;
