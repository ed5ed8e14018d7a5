import { XMLParser } from 'fast-xml-parser';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { isEveryElementClosed } from './isEveryElementClosed.ts';

/** Deeper than any document of ELAN. */
const MAX_NESTED = 20;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * A document as plain objects: attributes as `@_NAME`, text as `#text` or as the value itself, and the named elements
 * always as lists. Nothing is expanded. A document with a DTD is refused, and `xmlText` reads the five entities of XML.
 */
export function readXml(text: string, lists: readonly string[]): Reply<unknown> {
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) return fail('invalid', 'has a DTD, which is not allowed.');
  if (!isEveryElementClosed(text)) return fail('invalid', 'is not XML, or was cut off: an element is not closed.');
  try {
    const parser = new XMLParser({
      ignoreAttributes: false,
      parseTagValue: false,
      parseAttributeValue: false,
      trimValues: false,
      processEntities: false,
      ignoreDeclaration: true,
      ignorePiTags: true,
      maxNestedTags: MAX_NESTED,
      isArray: (name) => lists.includes(name),
    });
    const parsed: unknown = parser.parse(text);
    return ok(parsed);
  } catch (error) {
    return fail('invalid', `is not XML that can be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A text of a document with XML's own entities decoded. Any other entity stays as it is. */
export function xmlText(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/giu, (all, ...parts: unknown[]) => {
    const [decimal, hex, name] = parts;
    if (typeof name === 'string') return NAMED[name] ?? all;
    const point = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}
