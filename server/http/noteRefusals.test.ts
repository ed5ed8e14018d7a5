import { expect, test } from 'vitest';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';

async function aWatchedClinic() {
  const noted: string[] = [];
  const refusals = { note: (address: string, why: string) => void noted.push(`${address} ${why}`) };
  return { noted, ...(await anHttpClinic({ refusals })) };
}

test.for([
  ['an input that is not right', { url: pathOf('device:join'), payload: { secret: 7 } }, 'malformed'],
  [
    'no JSON',
    { url: pathOf('device:join'), payload: '{', headers: { 'content-type': 'application/json' } },
    'malformed',
  ],
  ['too much', { url: pathOf('device:join'), payload: { secret: 'x'.repeat(70_000) } }, 'malformed'],
  ['an address that cannot be read', { url: '/%', payload: {} }, 'malformed'],
  [
    'a request of another site',
    { url: pathOf('account:sign-out'), headers: { origin: 'https://elsewhere.example' } },
    'origin',
  ],
  ['data for another site', { url: pathOf('device:join'), headers: { 'sec-fetch-site': 'cross-site' } }, 'origin'],
] as const)('[WIR7] %s is noted once', async ([, request, why]) => {
  const { http, noted } = await aWatchedClinic();
  await http.inject({ method: 'POST', remoteAddress: '127.0.0.2', ...request });
  expect(noted).toEqual([`127.0.0.2 ${why}`]);
});

test('[WIR7] a request above a limit is noted, and one that is only refused is not', async () => {
  const { ask, noted } = await aWatchedClinic();
  const asked = async () => (await ask('GET', pathOf('account:read'), undefined, { from: '192.0.2.1' })).status;
  expect(await asked()).toBe(401);
  expect(noted).toEqual([]);
  while ((await asked()) !== 429);
  expect(noted).toEqual(['192.0.2.1 limit']);
});
