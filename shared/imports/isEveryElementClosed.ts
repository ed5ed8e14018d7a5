/** Markup that is not an element and runs up to its own end: comments, CDATA sections and instructions. */
const OTHERS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** Whether every element is closed by its name; the parser would silently read half of a file that was cut off. */
export function isEveryElementClosed(text: string): boolean {
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

/** The name of a tag, with a leading `/` if it closes; empty if there is none. */
function nameAt(text: string, at: number): string {
  const name = /\/?[^\s/<>"'=!?]+/uy;
  name.lastIndex = at;
  return name.exec(text)?.[0] ?? '';
}

/** The place of the `>` that ends a tag; attributes may contain one between quotation marks. */
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
