import { expect, test } from 'vitest';
import { decodeText } from './decodeText.ts';

const WORDS = '{"coder": "Jörg Łukasz 王芳"}';

test.for([
  ['as it is', Buffer.from(WORDS)],
  ['with a byte order mark', Buffer.from(`\ufeff${WORDS}`)],
] as const)('UTF-8 %s is read', ([, bytes]) => {
  expect(decodeText(bytes)).toEqual({ ok: true, value: WORDS });
});

test.for([
  ['UTF-16', Buffer.from(`\ufeff${WORDS}`, 'utf16le')],
  ['UTF-16', Buffer.from(`\ufeff${WORDS}`, 'utf16le').swap16()],
  ['UTF-16', Buffer.from(WORDS, 'utf16le')],
  ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0])],
  ['Latin-1', Buffer.from('{"coder": "Jörg"}', 'latin1')],
] as const)('%s is refused by its name', ([name, bytes]) => {
  const read = decodeText(bytes);
  expect(read.ok ? '' : read.error.message).toContain(name);
});
