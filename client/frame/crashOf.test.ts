import { expect, test } from 'vitest';
import { z } from 'zod';
import { HttpError } from '#client/api/http.ts';
import { crashOf } from './crashOf.ts';

const cutAddress = () => {
  const { error } = z.uuid().safeParse('3f2504e0-4f89-41d3');
  return new Error('wrapped by the router', { cause: error });
};

test.for([
  ['an address that was cut short', cutAddress(), 'no-such-page'],
  ['a server that is away', new HttpError('offline'), 'offline'],
  [
    'a part of the page that cannot be fetched',
    new TypeError('Failed to fetch dynamically imported module: /a.js'),
    'offline',
  ],
  ['a fault of the page', new TypeError('undefined is not a function'), 'broken'],
  ['anything else that is thrown', 'nonsense', 'broken'],
] as const)('%s is told as what it is', ([, error, crash]) => {
  expect(crashOf(error)).toBe(crash);
});
