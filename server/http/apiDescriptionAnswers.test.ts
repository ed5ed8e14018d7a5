import { expect, test } from 'vitest';
import { openApi } from '#shared/protocol/http/openApi.ts';
import { pathOf, ROUTES } from '#shared/protocol/http/routes.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';

test('staff can read the description of every route', async () => {
  const { ask, aPerson } = await anHttpClinic();
  const as = await aPerson('admin');
  const { status, answer } = await ask('GET', pathOf('api-description:read'), undefined, { as });
  expect(status).toBe(200);
  expect(answer).toEqual(JSON.parse(JSON.stringify(openApi(ROUTES))));
});
