import { expect, test } from 'vitest';
import { isFromThisMachine } from './isFromThisMachine.ts';

const request = { ip: '127.0.0.1', hostname: 'localhost', headers: { host: 'localhost:3000' } };

test.for([
  ['a browser on this machine', {}, true],
  ['one that uses the address', { hostname: '127.0.0.1' }, true],
  ['one that uses IPv6', { ip: '::1', hostname: '[::1]' }, true],
  ['another machine', { ip: '203.0.113.7' }, false],
  ['a proxy on this machine', { headers: { 'x-forwarded-for': '203.0.113.7' } }, false],
  ['a proxy that says only where it passed', { headers: { via: '1.1 proxy' } }, false],
  ['a name that points here', { hostname: 'clinic.example' }, false],
] as const)('%s', ([, change, isHere]) => {
  expect(isFromThisMachine({ ...request, ...change })).toBe(isHere);
});
