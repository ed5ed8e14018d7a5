import { expect, test } from 'vitest';
import { credentialCookie } from './credentialCookie.ts';

const UNTIL = new Date('2026-03-02T09:00:00Z');

test('with https the cookie is for this host alone', () => {
  const { read, write } = credentialCookie('earshot_device', 'https://clinic.example');
  expect(write('abc', UNTIL)).toBe(
    '__Host-earshot_device=abc; Path=/; Expires=Mon, 02 Mar 2026 09:00:00 GMT; HttpOnly; SameSite=Lax; Secure',
  );
  expect(read('__Host-earshot_device=abc')).toBe('abc');
  expect(read('earshot_device=abc')).toBeUndefined();
});

test('without https browsers accept no such name', () => {
  const { read, write } = credentialCookie('earshot_device', 'http://localhost:3000');
  expect(write('abc', UNTIL)).toMatch(/^earshot_device=abc; Path=\/; .*SameSite=Lax$/u);
  expect(read('theme=dark; earshot_device=abc')).toBe('abc');
});
