import { createDecipheriv } from 'node:crypto';
import type { SessionId } from '#shared/protocol/ids.ts';
import type { ClinicKey } from '#server/keys/clinicKey.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A recording's key as earlier versions wrapped it by the clinic's key. Undefined if this is not the one. */
export function openFormerRecordingKey({ key }: ClinicKey, sessionId: SessionId, wrapped: string): Buffer | undefined {
  const bytes = Buffer.from(wrapped, 'base64');
  const nonce = bytes.subarray(0, NONCE_BYTES);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(`earshot recording key 1 ${sessionId}`)).setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined; // The caller says what that means.
  }
}
