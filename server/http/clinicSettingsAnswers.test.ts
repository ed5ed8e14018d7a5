import { expect, test } from 'vitest';
import { anHttpClinic, NOW } from './testing/anHttpClinic.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

const SYDNEY = { name: 'Lark Clinic', telephone: '+61 2 5550 0100', timeZone: 'Australia/Sydney' };

test('an admin sets name, number and zone, anybody is told them, and every version is kept with who made it', async () => {
  const { ask, aPerson } = await anHttpClinic();
  const as = await aPerson('admin', 'Ada Moor');
  const first = await ask('POST', pathOf('clinic-settings:change'), SYDNEY, { as });
  const made = { madeBy: 'Ada Moor', madeAt: NOW.toISOString() };
  expect(first).toMatchObject({ status: 200, answer: { ...SYDNEY, version: 1, ...made } });
  await ask('POST', pathOf('clinic-settings:change'), { ...SYDNEY, name: ' Lark\u200b Clinic  North ' }, { as });
  expect((await ask('GET', pathOf('clinic-settings:read'), undefined, { as })).answer).toEqual([
    { ...SYDNEY, name: 'Lark Clinic North', version: 2, ...made },
    { ...SYDNEY, version: 1, ...made },
  ]);
  expect((await ask('GET', pathOf('clinic:read'))).answer).toMatchObject({
    clinic: { ...SYDNEY, name: 'Lark Clinic North' },
  });
});

test.for([
  { ...SYDNEY, name: '\u200b \u3164' },
  { ...SYDNEY, timeZone: 'Sydney' },
  { ...SYDNEY, timeZone: '+11:00' },
  { ...SYDNEY, telephone: 'call us' },
])('settings that are not right are refused: %j', async (settings) => {
  const { ask, aPerson } = await anHttpClinic();
  const as = await aPerson('admin');
  expect((await ask('POST', pathOf('clinic-settings:change'), settings, { as })).status).toBe(400);
  expect((await ask('GET', pathOf('clinic:read'))).answer).toMatchObject({ clinic: { name: '', timeZone: 'UTC' } });
});

test('a clinic without a number says so with an empty one', async () => {
  const { ask, aPerson } = await anHttpClinic();
  const as = await aPerson('admin');
  expect((await ask('POST', pathOf('clinic-settings:change'), { ...SYDNEY, telephone: '' }, { as })).status).toBe(200);
});
