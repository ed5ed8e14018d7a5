/** What is no element, and holds anything up to its end: comments, sections of plain text and instructions. */
const OTHERS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/**
 * Whether every element of a document is closed by its own name, and nothing else looks like one: a file that was cut off is
 * not, and the parser would read the half of it without a word. Each letter is looked at once, whatever a file holds.
 */
export function closesAll(text: string): boolean {
  const open: string[] = [];
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const other = OTHERS.find(([start]) => text.startsWith(start, at));
    if (other !== undefined) {
      const [start, close] = other;
      const end = text.indexOf(close, at + start.length);
      if (end < 0) return false;
      at = end + close.length;
      continue;
    }
    const name = nameAt(text, at + 1);
    const end = name === '' ? undefined : endOfTag(text, at + 1);
    if (end === undefined) return false;
    if (name.startsWith('/')) {
      if (open.pop() !== name.slice(1)) return false;
    } else if (text[end - 1] !== '/') open.push(name);
    at = end + 1;
  }
  return open.length === 0;
}

/** The name of a tag, with the `/` before it where it closes; empty where there is none. */
function nameAt(text: string, at: number): string {
  const name = /\/?[^\s/<>"'=!?]+/uy;
  name.lastIndex = at;
  return name.exec(text)?.[0] ?? '';
}

/** Where the `>` of a tag is, whose attributes may have one between quotation marks; undefined where it does not end. */
function endOfTag(text: string, from: number): number | undefined {
  const marks = /[<>"']/gu;
  marks.lastIndex = from;
  let quote: string | undefined;
  for (let found = marks.exec(text); found !== null; found = marks.exec(text)) {
    const [mark] = found;
    if (mark === '<') return undefined;
    if (mark === quote) quote = undefined;
    else if (quote === undefined && mark === '>') return found.index;
    else quote ??= mark;
  }
  return undefined;
}
