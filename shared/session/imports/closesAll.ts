/** Comments, sections of plain text and instructions, and tags, whose attributes may have a `>` between quotation marks. */
const PIECE =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/<>"'=!?]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/gu;

/**
 * Whether every element of a document is closed by its own name, and nothing else looks like one: a file that was cut off is
 * not, and the parser would read the half of it without a word.
 */
export function closesAll(text: string): boolean {
  const open: string[] = [];
  for (const [, end, name, inside] of text.matchAll(PIECE)) {
    if (name === undefined) continue;
    if (end === '/') {
      if (open.pop() !== name) return false;
    } else if (inside?.endsWith('/') !== true) open.push(name);
  }
  return open.length === 0 && !text.replace(PIECE, '').includes('<');
}
