import XMLBuilder from 'fast-xml-builder';

/** An element as the builder takes it where order matters. */
export type Xml = Readonly<Record<string, unknown>>;

/** An element with its attributes, and in it either other elements or a text. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: readonly Xml[] | string = [],
): Xml {
  const children = typeof content === 'string' ? [{ '#text': content }] : content;
  return { [name]: children, ':@': attributes };
}

const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  suppressEmptyNode: true,
  format: true,
});

/** A document of XML 1.0. The text must hold nothing that XML cannot write (`plainLine`). */
export function writeXml(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build([root]).trim()}\n`;
}
