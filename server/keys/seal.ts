import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';

export const KEY_BYTES = 32;

/** The first byte of every sealed value. Another way of sealing would have another number. */
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FIXED_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/** A value that its key does not open: it was changed, it lies in another place, or the key is another one. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';

  constructor(place: string, cause?: unknown) {
    super(`A stored value cannot be decrypted: ${place}.`, { cause });
  }
}

/**
 * Encrypts a value with AES-256-GCM so that it opens only under this key and in this place: the column and row that it
 * is stored in. A place names no content, because errors and logs contain it.
 */
export function seal(key: KeyObject, place: string, value: string | Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(place));
  const content = typeof value === 'string' ? cipher.update(value, 'utf8') : cipher.update(value);
  return Buffer.concat([Buffer.of(VERSION), nonce, content, cipher.final(), cipher.getAuthTag()]);
}

/** Decrypts what `seal` returned. Throws `Unreadable` for anything else, text included. */
export function unseal(key: KeyObject, place: string, sealed: unknown): Buffer {
  if (!(sealed instanceof Uint8Array) || sealed.length < FIXED_BYTES || sealed[0] !== VERSION) {
    throw new Unreadable(place);
  }
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo(place)).setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch (error) {
    throw new Unreadable(place, error);
  }
}

const boundTo = (place: string) => Buffer.from(`earshot sealed ${VERSION} ${place}`);
