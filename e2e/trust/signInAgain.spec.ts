import { expect } from '@playwright/test';
import { authenticatorCode } from '#server/auth/testing/authenticatorCode.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { SessionSummary } from '#shared/protocol/http/sessions.ts';
import { expectAccessible } from '../accessible.ts';
import { INVENTED_FAMILIES, INVENTED_STAFF } from '../invented.ts';
import { COACH_HZ } from '../people.ts';
import { passDeviceCheck } from '../steps.ts';
import { test } from '../story.ts';
import { addFamily, addPerson, makeFirstAdmin, PASSWORD, post } from './realClinic.ts';

/** Longer than a sign-in lasts. */
const LATER_MS = 12 * 3_600_000 + 60_000;

test.use({ server: { isEmpty: true, movable: true } });

test('[PER5] [PER11] a coach whose sign-in ends in a session gives both steps there, and stays', async ({
  earshot,
  people,
}) => {
  const { url } = earshot;
  const [{ page: admin }, { page: coach }] = [await people.invite('nothing'), await people.invite({ hertz: COACH_HZ })];
  await makeFirstAdmin(admin, earshot);
  const { secret, email } = await addPerson(admin, coach, earshot, INVENTED_STAFF.noor);
  const { familyId } = await addFamily(coach, earshot, INVENTED_FAMILIES.marlowe);
  const session = { familyId, startsAt: new Date().toISOString() };
  const { sessionId } = SessionSummary.parse(await post(coach, url + pathOf('sessions:make'), session));
  await coach.goto(`${url}/session/${sessionId}`);
  await passDeviceCheck(coach);
  const codes = coach.getByRole('region', { name: 'Codes', exact: true });
  await expect(codes).toBeVisible();
  const isKnown = async () => (await coach.request.get(url + pathOf('account:read'))).ok();

  await earshot.forward(LATER_MS, coach);
  await expect(coach.getByText('Your sign-in has ended.')).toBeVisible();
  expect(await isKnown()).toBe(false);

  await coach.getByRole('button', { name: 'Sign in again' }).click();
  await coach.getByLabel(`Password of ${email}`).fill(PASSWORD);
  await coach.getByRole('button', { name: 'Sign in', exact: true }).click();
  const code = coach.getByLabel('Code from the app');
  await expect(code).toBeFocused();
  await expectAccessible(coach);
  expect(await isKnown()).toBe(false);
  await code.fill(authenticatorCode(secret, new Date(Date.now() + LATER_MS)));
  await coach.keyboard.press('Enter');
  await expect(coach.getByText('Your sign-in has ended.')).toBeHidden();
  expect(await isKnown()).toBe(true);
  await expect(codes).toBeVisible();
});
