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
] as const)('%s is refused and named', ([name, bytes]) => {
  const read = decodeText(bytes);
  expect(read.ok ? '' : read.error.message).toContain(name);
});

test.for([
  ['Chinese in GB18030', Buffer.from([0x7b, 0xcd, 0xf5, 0xb7, 0xbc, 0x7d])],
  ['Polish in Windows-1250', Buffer.from([0xa3, 0x75, 0x6b, 0x61, 0x73, 0x7a])],
  ['Russian in Windows-1251', Buffer.from([0xde, 0xeb, 0xe8, 0xff])],
] as const)('%s is refused without guessing its name', ([, bytes]) => {
  const read = decodeText(bytes);
  expect(read.ok ? '' : read.error.message).toBe('is not UTF-8: it has another encoding. Save it as UTF-8.');
});

test.for([
  ['zip', Buffer.from([0x50, 0x4b, 3, 4, 0x14, 0, 0, 0, 8, 0])],
  ['not a text', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d, 1, 2, 3, 4, 5, 6, 7, 8])],
] as const)('bytes that are not text are not taken for an encoding: %s', ([said, bytes]) => {
  const read = decodeText(bytes);
  expect(read.ok ? '' : read.error.message).toContain(said);
  expect(read.ok ? '' : read.error.message).not.toContain('UTF-16');
});
