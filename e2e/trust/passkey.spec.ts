import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { INVENTED_STAFF } from '../invented.ts';
import { test } from '../story.ts';
import { addVirtualAuthenticator } from './virtualAuthenticator.ts';

const PASSWORD = 'a kettle sings in the harbor';

test.use({ server: { isEmpty: true } });

test('[PER16] an admin makes a passkey the second step, signs in with it alone, and manages it', async ({
  earshot,
  people,
}) => {
  const { page } = await people.invite('nothing');
  await addVirtualAuthenticator(page);
  await page.goto(earshot.links.firstAdmin);
  await page.getByLabel('Your name').fill(INVENTED_STAFF.tess.name);
  await page.getByLabel('Email').fill(INVENTED_STAFF.tess.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('The clinic’s name').fill('Harbor Street Clinic');
  await press(page, 'Create account');

  await press(page, 'Use a passkey instead');
  await page.getByLabel('I have stored these codes').check();
  await press(page, 'Continue');
  await expect(page.getByRole('button', { name: /account menu/ })).toBeVisible();

  await signOut(page);
  await expectAccessible(page);
  await press(page, 'Use a passkey');
  await expect(page.getByRole('button', { name: /account menu/ })).toBeVisible();

  await signOut(page);
  await page.getByLabel('Email').fill(INVENTED_STAFF.tess.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await press(page, 'Sign in');
  await expect(page.getByRole('heading', { name: 'Your second step' })).toBeVisible();
  await expectAccessible(page);
  await press(page, 'Use a passkey');
  await expect(page.getByRole('button', { name: /account menu/ })).toBeVisible();

  await page.goto(`${earshot.url}/account`);
  const passkeys = page.getByRole('region', { name: 'Passkeys' });
  await passkeys.getByRole('button', { name: /^Rename/ }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('My phone');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await expect(passkeys.getByText('My phone')).toBeVisible();
  await expectAccessible(page);
  await passkeys.getByRole('button', { name: /^Remove My phone/ }).click();
  await expect(passkeys.getByText('My phone')).toHaveCount(0);
});

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /account menu/ }).click();
  await press(page, 'Sign out');
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
}
