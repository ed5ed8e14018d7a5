import { randomInt } from 'node:crypto';
import { RECOVERY_CODES } from '#shared/domain/secondFactor.ts';
import { hashSecret } from '#server/storage/secrets.ts';

/** Digits and letters that nobody confuses: no I, L, O and U. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 7;
const GROUP_LETTERS = 4;

const aGroup = () => Array.from({ length: GROUP_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** New codes, each of 140 random bits, as they are shown. */
export function makeRecoveryCodes(): readonly string[] {
  return Array.from({ length: RECOVERY_CODES }, () => Array.from({ length: GROUPS }, aGroup).join('-'));
}

/** The stored hash of a code, however it was typed. A code is as random as a key, so a plain hash is enough. */
export function hashRecoveryCode(typed: string): string {
  const letters = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return hashSecret(letters);
}
