import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { openApi } from './openApi.ts';
import { paramsOf, type Route } from './route.ts';
import { pathOf, ROUTES } from './routes.ts';

const routes = Object.entries<Route>(ROUTES);

test('[WIR1] plain HTTP only changes on purpose', async () => {
  await expect(`${JSON.stringify(openApi(ROUTES), null, 1)}\n`).toMatchFileSnapshot('./http.wire.snap');
});

test('the table is described as a valid OpenAPI document', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(openApi(ROUTES)));
  expect([errors, valid]).toEqual([undefined, true]);
});

test('each method and path is one row', () => {
  const addresses = routes.map(([, { method, path }]) => `${method} ${path.replaceAll(/:\w+/g, ':id')}`);
  expect(new Set(addresses).size).toBe(addresses.length);
});

test('[PER2] [PER4] no route that is open to anybody names a session or a family', () => {
  const open = routes.filter(([, route]) => route.for.includes('nobody'));
  expect(open.filter(([, { path }]) => path.includes(':'))).toEqual([]);
  expect(open.length).toBeGreaterThan(5);
});

test('every name in a path has a schema, and every route says what it does', () => {
  for (const [name, route] of routes) {
    const named = [...route.path.matchAll(/:/g)].length;
    expect([name, Object.keys(paramsOf(route).shape).length]).toEqual([name, named]);
    expect(route.does).toMatch(/^[A-Z].+\.$/u);
  }
});

test('an address has what its path names, escaped, and its query', () => {
  expect(pathOf('recording:play', { sessionId: 'a/b', partId: 'c' })).toBe('/api/sessions/a%2Fb/recording/c');
  expect(pathOf('review:read', { sessionId: 's', query: { after: 7 } })).toBe('/api/sessions/s/review?after=7');
  expect(pathOf('attempts:list', { query: { before: undefined } })).toBe('/api/practice/attempts');
});
