import { fail, ok, type Reply } from './reply.ts';

/** The first bytes of files in other encodings. Longer marks come first, because one can begin like another. */
const OTHER_MARKS = [
  ['UTF-32', [0xff, 0xfe, 0x00, 0x00]],
  ['UTF-32', [0x00, 0x00, 0xfe, 0xff]],
  ['UTF-16', [0xff, 0xfe]],
  ['UTF-16', [0xfe, 0xff]],
] as const;

/** The first bytes of a zip file. A text can begin with the same two letters, but not with what follows them. */
const ZIP_MARKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
] as const;

/** Reads UTF-8, with or without a byte order mark. Other encodings (named if known) and non-text are refused. */
export function decodeText(bytes: Uint8Array): Reply<string> {
  const startsWith = (mark: readonly number[]) => mark.every((byte, index) => bytes[index] === byte);
  if (ZIP_MARKS.some(startsWith))
    return fail('invalid', 'is a zip file, like those of spreadsheets, and not text. Unpack it or export it as text.');
  const marked = OTHER_MARKS.find(([, mark]) => startsWith(mark));
  if (marked !== undefined) return refused(`it looks like ${marked[0]}`);
  const zeros = zerosIn(bytes.subarray(0, 1_024));
  // Text has no zero bytes. UTF-16 without its mark has one beside each Western letter.
  if (zeros === 'beside letters') return refused('it looks like UTF-16');
  if (zeros === 'anywhere') return fail('invalid', 'is not a text file.');
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refused(looksWestern(bytes) ? 'it looks like Latin-1 or Windows-1252' : 'it has another encoding');
  }
}

function zerosIn(bytes: Uint8Array): 'none' | 'beside letters' | 'anywhere' {
  const places = Array.from(bytes.keys()).filter((place) => bytes[place] === 0);
  if (places.length === 0) return 'none';
  const odd = places.filter((place) => place % 2 === 1).length;
  const isOnOneSide = odd === 0 || odd === places.length;
  return isOnOneSide && places.length * 4 >= bytes.length ? 'beside letters' : 'anywhere';
}

/** Whether every byte beyond ASCII is a single Western European letter, as is rare in other scripts. */
function looksWestern(bytes: Uint8Array): boolean {
  return bytes.every((byte, place) => byte < 0x80 || (byte >= 0xc0 && (bytes[place + 1] ?? 0) < 0x80));
}

function refused(what: string) {
  return fail('invalid', `is not UTF-8: ${what}. Save it as UTF-8.`);
}
