/** Invisible characters, and characters that change the direction of text. Joiners stay where they shape a word. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\u2800]/gu;
const SHAPES_A_WORD = /(?<=[\p{L}\p{M}])[\u200c\u200d](?=[\p{L}\p{M}])|(?<=\p{Script=Han})[\u{e0100}-\u{e01ef}]/gu;
const BLANKS = /[\s\p{Z}\p{Cc}]+/gu;
const LEADING_MARKS = /^[\s\p{M}]+/u;

/**
 * A name as it is stored: NFC, single spaces, no invisible characters. Empty if nothing visible is left. Joiners in
 * Persian and Indic names and variation selectors in Japanese names are kept.
 */
export function cleanName(text: string): string {
  const kept = new Set([...text.normalize('NFC').matchAll(SHAPES_A_WORD)].map(({ index }) => index));
  return text
    .normalize('NFC')
    .replace(INVISIBLE, (sign, index: number) => (kept.has(index) ? sign : ''))
    .replace(BLANKS, ' ')
    .replace(LEADING_MARKS, '')
    .trim()
    .normalize('NFC');
}
