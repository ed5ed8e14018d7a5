import { expect, test } from 'vitest';
import { NEW_CLINIC_POLICY, UNDECIDED_POLICY } from '#shared/protocol/http/signInPolicy.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';

const CLINIC = { name: 'Lark Clinic', telephone: '', timeZone: 'UTC' };
const RULES = { recording: '1-month', record: 'keep', untilAge: 'any' };
const KEEP = { ...RULES, recording: 'keep' };

test.for([
  ['the clinic', pathOf('clinic-settings:change'), CLINIC, 'clinic_settings'],
  ['how people sign in', pathOf('sign-in-policy:change'), NEW_CLINIC_POLICY, 'sign_in_policies'],
  [
    'how people sign in, where nobody had decided,',
    pathOf('sign-in-policy:change'),
    UNDECIDED_POLICY,
    'sign_in_policies',
  ],
  ['how long things are kept', pathOf('retention:change'), RULES, 'retention_rules'],
] as const)(
  '[ADT1] settings of %s that are saved again are no version and no row of the audit',
  async ([, url, body, table]) => {
    const { ask, aPerson, db } = await anHttpClinic();
    const as = await aPerson('admin');
    for (let times = 0; times < 2; times += 1) {
      expect((await ask('POST', url, body, { as })).status).toBe(200);
      expect(await db.selectFrom('audit').select('seq').execute()).toHaveLength(1);
      expect(await db.selectFrom(table).selectAll().execute()).toHaveLength(1);
    }
  },
);

test('[ADT1] a clinic that keeps everything and says so again has changed nothing', async () => {
  const { ask, aPerson, db } = await anHttpClinic();
  expect((await ask('POST', pathOf('retention:change'), KEEP, { as: await aPerson('admin') })).status).toBe(200);
  expect(await db.selectFrom('audit').select('seq').execute()).toEqual([]);
  expect(await db.selectFrom('retention_rules').selectAll().execute()).toEqual([]);
});
