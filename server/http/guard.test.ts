import { describe, expect, test } from 'vitest';
import { PUBLIC_URL } from '#server/auth/testing/anAuth.ts';
import { trustProxies } from '#server/network/clientAddress.ts';
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

describe('[WIR8] a request without encryption', () => {
  const PUBLIC_CLINIC = 'https://clinic.example';

  async function aClinicBehind(proxy: string, publicUrl = PUBLIC_CLINIC) {
    const noted: string[] = [];
    const clinic = await anHttpClinic({
      publicUrl,
      trustsProxy: trustProxies([proxy]),
      refusals: { note: (address, why) => void noted.push(`${address} ${why}`) },
    });
    const read = (remoteAddress: string, url: string = pathOf('clinic:read')) =>
      clinic.http.inject({ url, remoteAddress, headers: { 'x-forwarded-for': '198.51.100.7' } });
    return { noted, read };
  }

  test.for([pathOf('clinic:read'), pathOf('account:read'), '/', '/api/nothing'])(
    'from another machine for %s is told where to go instead, and is noted once',
    async (url) => {
      const { noted, read } = await aClinicBehind('10.0.0.5');
      const answer = await read('203.0.113.9', url);
      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toEqual({ error: expect.stringContaining(`Open ${PUBLIC_CLINIC} instead`) as string });
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(noted).toEqual(['203.0.113.9 unencrypted']);
    },
  );

  test('from another machine, where only its own machine can open the clinic, is not sent to an address of its own', async () => {
    const { read } = await aClinicBehind('10.0.0.5', PUBLIC_URL);
    const { error } = (await read('203.0.113.9')).json<{ error: string }>();
    expect(error).toContain('can only be opened on the machine on which it runs');
    expect(error).not.toContain(PUBLIC_URL);
  });

  test.for(['10.0.0.5', '127.0.0.1', '::1'])('from %s, where https may end, is answered', async (peer) => {
    const { noted, read } = await aClinicBehind('10.0.0.5');
    expect((await read(peer)).statusCode).toBe(200);
    expect(noted).toEqual([]);
  });
});

test('pages may load and talk to nothing but ourselves', async () => {
  const { ask } = await anHttpClinic();
  const { headers } = await ask('GET', pathOf('clinic:health'));
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'self'");
  expect(policy).toMatch(/script-src 'self' 'nonce-[0-9a-f]{32}';style-src 'self' 'nonce-[0-9a-f]{32}';/u);
  expect(policy).not.toContain('unsafe');
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).toContain("connect-src 'self' ws://localhost:3000");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('upgrade-insecure-requests');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['x-frame-options']).toBe('DENY');
  expect(headers['permissions-policy']).toContain('camera=(self)');
});

test.for([pathOf('clinic:read'), '/api/account', '/%61pi/account', '/api/nothing', '/api/%', '/%'])(
  'the answer to %s is kept in no cache, and is no page',
  async (url) => {
    const { ask } = await anHttpClinic();
    const { headers } = await ask('GET', url);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['permissions-policy']).toContain('geolocation=()');
  },
);

test.for([
  ['another site', 'cross-site', 403],
  ['another host of our domain', 'same-site', 403],
  ['our own page', 'same-origin', 200],
  ['nobody, as when it is typed', 'none', 200],
] as const)('data asked for by %s', async ([, site, status]) => {
  const { http } = await anHttpClinic();
  const answer = await http.inject({ url: pathOf('clinic:read'), headers: { 'sec-fetch-site': site } });
  expect(answer.statusCode).toBe(status);
});

test('behind https every answer tells browsers to stay there for a year, also one to an address that cannot be read', async () => {
  const publicUrl = 'https://clinic.example';
  const { ask } = await anHttpClinic({ publicUrl, trustedOrigins: [publicUrl] });
  for (const url of [pathOf('clinic:health'), pathOf('account:read'), '/api/nothing', '/%']) {
    const { headers } = await ask('GET', url);
    expect([url, headers['strict-transport-security']]).toEqual([url, 'max-age=31536000; includeSubDomains']);
  }
  const { headers } = await ask('GET', pathOf('clinic:health'));
  expect(String(headers['content-security-policy'])).toContain('wss://clinic.example');
});

test('without https no answer speaks of it', async () => {
  const { ask } = await anHttpClinic();
  for (const url of [pathOf('clinic:health'), '/%']) {
    expect((await ask('GET', url)).headers['strict-transport-security']).toBeUndefined();
  }
});
