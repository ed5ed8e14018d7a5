import { fail, ok, type Reply } from './reply.ts';

/** What a file begins with that is not UTF-8; the longer marks first, since one begins like another. */
const OTHER_MARKS = [
  ['UTF-32', [0xff, 0xfe, 0x00, 0x00]],
  ['UTF-32', [0x00, 0x00, 0xfe, 0xff]],
  ['UTF-16', [0xff, 0xfe]],
  ['UTF-16', [0xfe, 0xff]],
] as const;

/** A file's bytes as text: UTF-8, with or without a byte order mark. Any other encoding is refused by its name. */
export function decodeText(bytes: Uint8Array): Reply<string> {
  const marked = OTHER_MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return refused(marked[0]);
  // Text has no zero bytes; UTF-16 without its mark has one beside each Western letter.
  if (bytes.subarray(0, 1_024).includes(0)) return refused('UTF-16');
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // Bytes that are no UTF-8 are nearly always a single-byte encoding of the West.
    return refused('Latin-1 or Windows-1252');
  }
}

function refused(encoding: string) {
  return fail('invalid', `is not UTF-8: it looks like ${encoding}. Save it as UTF-8.`);
}
