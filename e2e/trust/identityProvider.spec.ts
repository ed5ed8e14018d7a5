import { expect, test, type Page } from '@playwright/test';
import { CLIENT, openIdentityProvider } from '#server/auth/testing/openIdentityProvider.ts';
import { byRsa, signAgain } from '#server/auth/testing/idToken.ts';
import { expectAccessible } from '../accessible.ts';
import { startEarshot } from '../earshot.ts';
import { INVENTED_STAFF } from '../invented.ts';
import { expectCleanLog } from '../logCanaries.ts';
import { invitePeople } from '../people.ts';
import { addVirtualAuthenticator } from './virtualAuthenticator.ts';

const PASSWORD = 'a kettle sings in the harbor';

test('[PER17] somebody who was invited signs in at the hospital, confirms there, signs out in both places, and a stranger is told why not', async () => {
  const provider = await openIdentityProvider();
  let logged = '';
  const earshot = await startEarshot({
    isEmpty: true,
    onLog: (text) => (logged += text),
    settings: {
      LOG_LEVEL: 'debug',
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT.clientId,
      OIDC_CLIENT_SECRET: CLIENT.clientSecret,
      OIDC_NAME: 'Harbor Hospital',
    },
  });
  const people = await invitePeople();
  try {
    await provider.serve(earshot.url, {
      tess: { email: INVENTED_STAFF.tess.email, email_verified: true },
      eve: { email: 'eve@clinic.example', email_verified: true },
    });
    provider.forge((token) => signAgain(token, byRsa(provider.privateKey), { amr: ['pwd', 'otp'] }));
    const { page } = await people.invite('nothing');
    await makeAdmin(page, earshot.links.firstAdmin);
    await page.goto(`${earshot.url}/clinic`);
    await page.getByLabel('A sign-in with Harbor Hospital needs no second step here').check();
    await page.getByLabel('Require a second step for everyone').check();
    await page.getByRole('region', { name: 'Signing in' }).getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('These settings now apply to everyone.')).toBeVisible();

    const { page: hers } = await people.invite('nothing');
    await hers.goto(`${earshot.url}/account`);
    await hers.getByRole('button', { name: 'Sign in with Harbor Hospital' }).waitFor();
    await expectAccessible(hers);
    await signInAt(hers, 'tess');
    await expect(hers.getByRole('heading', { name: 'Your account' })).toBeVisible();

    await hers.getByRole('button', { name: 'Set up an authenticator app' }).click();
    await hers.getByRole('dialog').getByRole('button', { name: 'Sign in again with Harbor Hospital' }).click();
    await logIn(hers, 'tess');
    await expect(hers.getByRole('heading', { name: 'Your account' })).toBeVisible();
    await hers.getByRole('button', { name: 'Set up an authenticator app' }).click();
    await expect(hers.getByLabel('Code from the app')).toBeVisible();

    await hers.getByRole('button', { name: /account menu/ }).click();
    await hers.getByRole('button', { name: 'Sign out', exact: true }).click();
    await hers.getByRole('button', { name: /yes/i }).click();
    await expect(hers.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();

    await signInAt(hers, 'eve');
    await expect(hers.getByText('Nobody with your address has an account here.')).toBeVisible();
    await expectAccessible(hers);
    const cookies = await people.cookies();
    await people.goodbye(test.info());
    expectCleanLog(logged, earshot, cookies);
  } finally {
    await earshot.stop();
    provider.close();
  }
});

/** With a passkey as the second step. */
async function makeAdmin(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(INVENTED_STAFF.tess.name);
  await page.getByLabel('Email').fill(INVENTED_STAFF.tess.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('The clinic’s name').fill('Harbor Street Clinic');
  await page.getByRole('button', { name: 'Create account' }).click();
  await addVirtualAuthenticator(page);
  await page.getByRole('button', { name: 'Use a passkey instead' }).click();
  await page.getByLabel('I have stored these codes').check();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page.getByRole('button', { name: /account menu/ })).toBeVisible();
}

async function signInAt(page: Page, who: string): Promise<void> {
  await page.getByRole('button', { name: 'Sign in with Harbor Hospital' }).click();
  await logIn(page, who);
}

/** The pages of the provider. */
async function logIn(page: Page, who: string): Promise<void> {
  await page.locator('input[name="login"]').fill(who);
  await page.locator('input[name="password"]').fill('any');
  await page.locator('button[type="submit"]').click();
  const consent = page.getByRole('button', { name: 'Continue' });
  const isBack = page.waitForURL(/localhost/);
  await Promise.race([consent.click().catch(() => undefined), isBack]);
  await isBack;
}
