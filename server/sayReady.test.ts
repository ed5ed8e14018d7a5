import { expect, test } from 'vitest';
import { readConfig } from '#server/config/config.ts';
import { sayReady } from './sayReady.ts';

const config = readConfig({ PORT: '3210' });

test('each of the demo’s links opens signed in, the supervisor’s beside the therapist’s in one browser', () => {
  const said = sayReady(config, { therapist: 'aaa', parent: 'bbb', supervisor: 'ccc', admin: 'ddd' });
  expect(said.startsWith('Earshot is ready at http://localhost:3210\n')).toBe(true);
  expect(said.match(/http\S+#\S+/g)).toEqual([
    'http://localhost:3210/demo#aaa',
    'http://localhost:3210/join#bbb',
    'http://127.0.0.1:3210/demo#ccc',
    'http://127.0.0.1:3210/demo#ddd',
  ]);
});

test("a real clinic's message says where it is, and an empty clinic's message what to do", () => {
  expect(sayReady(config, undefined)).toBe('Earshot is ready at http://localhost:3210\n');
  const said = sayReady(readConfig({ PUBLIC_URL: 'https://clinic.example', MEDIA_ADDRESS: '203.0.113.7' }), {
    firstAdmin: 'eee',
  });
  expect(said.match(/http\S+#\S+/g)).toEqual(['https://clinic.example/welcome#eee']);
});

test('with a self-signed certificate it says what to compare before accepting it', () => {
  const said = sayReady(readConfig({ TLS_SELF_SIGNED: 'on' }), undefined, 'AB:CD');
  expect(said).toMatch(/^Earshot is ready at https:\/\/localhost:3000\n/);
  expect(said).toContain('AB:CD');
  expect(said).toContain('use a certificate that their browsers trust');
});
