import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';
import { findMediaPlaces } from './mediaPlaces.ts';

const NAMES: Readonly<Record<string, readonly string[]>> = {
  'media.clinic.example': ['203.0.113.7', '2001:db8::7'],
  'six.clinic.example': ['2001:db8::6'],
  'clinic-server': ['127.0.1.1'],
};
const OTHERS_OPEN_IT = { PUBLIC_URL: 'https://clinic.example' };

const placesOf = (env: NodeJS.ProcessEnv) =>
  findMediaPlaces(readConfig(env), async (name) => NAMES[name] ?? (/[.:]\d/.test(name) ? [name] : []));

test.for([
  ['by default', {}, ['127.0.0.1'], ['127.0.0.1']],
  ['in a container', { HOST: '0.0.0.0' }, ['0.0.0.0'], ['127.0.0.1']],
  ['where HOST is an address', { HOST: '192.0.2.7' }, ['192.0.2.7'], ['192.0.2.7']],
  ['where HOST is all of IPv6', { HOST: '::' }, ['::'], ['::1']],
  ['for other machines', { ...OTHERS_OPEN_IT, MEDIA_ADDRESS: '203.0.113.7' }, ['0.0.0.0'], ['203.0.113.7']],
  [
    'behind a proxy on the same machine',
    { ...OTHERS_OPEN_IT, HOST: '127.0.0.1', TRUSTED_PROXIES: '127.0.0.1', MEDIA_ADDRESS: '203.0.113.7' },
    ['0.0.0.0'],
    ['203.0.113.7'],
  ],
  [
    'with a name',
    { ...OTHERS_OPEN_IT, MEDIA_ADDRESS: 'media.clinic.example' },
    ['0.0.0.0', '::'],
    ['203.0.113.7', '2001:db8::7'],
  ],
  [
    'with several addresses',
    { ...OTHERS_OPEN_IT, MEDIA_ADDRESS: '10.0.0.7, media.clinic.example, 203.0.113.7' },
    ['0.0.0.0', '::'],
    ['10.0.0.7', '203.0.113.7', '2001:db8::7'],
  ],
  [
    'with a name of which only some addresses are listened for',
    { ...OTHERS_OPEN_IT, MEDIA_ADDRESS: 'media.clinic.example', MEDIA_LISTEN: '10.0.0.7,10.1.0.7' },
    ['10.0.0.7', '10.1.0.7'],
    ['203.0.113.7'],
  ],
] as const)('%s, media are listened for and announced at addresses that fit', async ([, env, listen, announced]) => {
  expect(await placesOf(env)).toEqual({ listen, announced });
});

test.for([
  [
    { MEDIA_ADDRESS: 'wrong.clinic.example' },
    /MEDIA_ADDRESS has wrong\.clinic\.example, for which no address is found/,
  ],
  [{ MEDIA_ADDRESS: '2001:db8::7', MEDIA_LISTEN: '0.0.0.0' }, /announces 2001:db8::7, but MEDIA_LISTEN has no IPv6/],
  [{ MEDIA_ADDRESS: '203.0.113.7', MEDIA_LISTEN: '::' }, /announces 203\.0\.113\.7, but MEDIA_LISTEN has no IPv4/],
  [
    { MEDIA_ADDRESS: '203.0.113.7, six.clinic.example', MEDIA_LISTEN: '0.0.0.0' },
    /announces six\.clinic\.example \(2001:db8::6\), but MEDIA_LISTEN has no IPv6/,
  ],
  [{ MEDIA_ADDRESS: 'clinic-server' }, /is found to be 127\.0\.1\.1, which other machines cannot reach/],
] as const)('for other machines, %j is refused with a message', async ([env, words]) => {
  await expect(placesOf({ ...OTHERS_OPEN_IT, ...env })).rejects.toThrow(ConfigError);
  await expect(placesOf({ ...OTHERS_OPEN_IT, ...env })).rejects.toThrow(words);
});

test('names are looked up as every program of this machine does', async () => {
  const { announced } = await findMediaPlaces(readConfig({ MEDIA_ADDRESS: 'localhost', MEDIA_LISTEN: '0.0.0.0' }));
  expect(announced).toEqual(['127.0.0.1']);
  await expect(findMediaPlaces(readConfig({ MEDIA_ADDRESS: 'nowhere.invalid' }))).rejects.toThrow(
    /no address is found/,
  );
});
