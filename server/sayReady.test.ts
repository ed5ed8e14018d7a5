import { expect, test } from 'vitest';
import { readConfig } from '#server/config/config.ts';
import { sayReady } from './sayReady.ts';

const config = readConfig({ PORT: '3210' });

test('the demo’s links each open signed in, the supervisor’s beside the therapist’s in one browser', () => {
  const said = sayReady(config, { therapist: 'aaa', parent: 'bbb', supervisor: 'ccc' }, false);
  expect(said.startsWith('Earshot is ready at http://localhost:3210\n')).toBe(true);
  expect(said.match(/http\S+#\S+/g)).toEqual([
    'http://localhost:3210/demo#aaa',
    'http://localhost:3210/join#bbb',
    'http://127.0.0.1:3210/demo#ccc',
  ]);
});

test('a clinic of its own says where it is, and an empty one what to do', () => {
  expect(sayReady(config, undefined, false)).toBe('Earshot is ready at http://localhost:3210\n');
  expect(sayReady(config, undefined, true)).toMatch(/becomes the admin/);
});
