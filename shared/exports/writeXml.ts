/** An element with its attributes, and in it either other elements or a text. */
export type Xml = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly content: readonly Xml[] | string;
};

export function element(name: string, attributes: Xml['attributes'], content: Xml['content'] = []): Xml {
  return { name, attributes, content };
}

/** A document of XML 1.0. Text must have been freed of what XML cannot write at all (`plainLine`). */
export function writeXml(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}\n`;
}

function write({ name, attributes, content }: Xml, indent: string): string {
  const start = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escape(String(value))}"`)].join(
    ' ',
  );
  if (content.length === 0) return `${indent}<${start}/>`;
  if (typeof content === 'string') return `${indent}<${start}>${escape(content)}</${name}>`;
  const inside = content.map((child) => write(child, `${indent}  `)).join('\n');
  return `${indent}<${start}>\n${inside}\n${indent}</${name}>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => ESCAPES[sign] ?? sign);
}
