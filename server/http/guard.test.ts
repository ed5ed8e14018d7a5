import { expect, test } from 'vitest';
import { PUBLIC_URL } from '#server/auth/testing/anAuth.ts';
import { mayChange } from './guard.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

test.for([
  ['POST', PUBLIC_URL, true],
  ['POST', undefined, true],
  ['POST', 'https://elsewhere.example', false],
  ['POST', 'null', false],
  ['POST', `${PUBLIC_URL}.elsewhere.example`, false],
  ['DELETE', 'https://elsewhere.example', false],
  ['GET', 'https://elsewhere.example', true],
] as const)('%s from a page of %s goes through: %s', ([method, origin, allowed]) => {
  expect(mayChange(method, origin, [PUBLIC_URL])).toBe(allowed);
});

test('a page of another site cannot make a browser change anything', async () => {
  const { ask } = await anHttpClinic();
  const { status } = await ask('POST', pathOf('account:sign-out'), {}, { origin: 'https://elsewhere.example' });
  expect(status).toBe(403);
  expect((await ask('POST', pathOf('account:sign-out'), {}, { origin: PUBLIC_URL })).status).toBe(200);
});

test('pages may load and talk to nothing but ourselves', async () => {
  const { ask } = await anHttpClinic();
  const { headers } = await ask('GET', pathOf('clinic:health'));
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("connect-src 'self' ws://localhost:3000");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('upgrade-insecure-requests');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['x-frame-options']).toBe('DENY');
  expect(headers['permissions-policy']).toContain('camera=(self)');
});

test('answers about people are kept in no cache', async () => {
  const { ask } = await anHttpClinic();
  for (const url of [pathOf('clinic:read'), pathOf('account:read')]) {
    expect((await ask('GET', url)).headers['cache-control']).toBe('no-store');
  }
});

test('behind https browsers are told to stay there', async () => {
  const publicUrl = 'https://clinic.example';
  const { ask } = await anHttpClinic({ publicUrl, trustedOrigins: [publicUrl] });
  const { headers } = await ask('GET', pathOf('clinic:health'));
  expect(headers['strict-transport-security']).toBeDefined();
  expect(String(headers['content-security-policy'])).toContain('wss://clinic.example');
});
