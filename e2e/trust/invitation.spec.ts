import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { INVENTED_STAFF } from '../invented.ts';
import { test } from '../story.ts';
import { earlierCode, makeFirstAdmin, PASSWORD, signIn } from './realClinic.ts';

const { name: NAME, email: EMAIL } = INVENTED_STAFF.noor;

test.use({ server: { isEmpty: true } });

test('[PER10] [PER11] somebody who is invited chooses a password, sets up an app, keeps recovery codes and signs in, and the link is used up', async ({
  earshot,
  people,
}) => {
  const [{ page: admin }, { page: hers }] = [await people.invite('nothing'), await people.invite('nothing')];
  await makeFirstAdmin(admin, earshot);
  const link = await inviteTherapist(admin, earshot.url);

  await test.step('a scanner that opens the link does not use it up', async () => {
    await hers.goto(link);
    await expect(hers.getByRole('heading', { name: `Welcome, ${NAME}` })).toBeVisible();
    await hers.goto('about:blank');
  });

  const noor = { name: NAME, email: EMAIL, secret: '' };
  let recoveryCode = '';
  await test.step('she chooses her password, and is asked for a second step at once', async () => {
    await hers.goto(link);
    await hers.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await expectAccessible(hers);
    await press(hers, 'Save and sign in');
    await expect(hers.getByRole('heading', { name: 'Protect your account' })).toBeVisible();
    noor.secret = (await hers.getByLabel('If you cannot scan').inputValue()).replaceAll(' ', '');
    await hers.getByLabel('Code from the app').fill(await earlierCode(noor.secret));
    await press(hers, 'Confirm');
    const codes = hers.getByRole('list', { name: 'Your recovery codes' }).getByRole('listitem');
    await expect(codes).toHaveCount(10);
    recoveryCode = await codes.first().innerText();
    await hers.getByLabel('I have stored these codes').check();
    await press(hers, 'Continue');
    await expect(hers.getByRole('heading', { name: 'Sessions' })).toBeVisible();
  });

  await test.step('she signs in with both steps', async () => {
    await signOut(hers);
    await signIn(hers, noor);
  });

  await test.step('she signs in with a recovery code when the phone is lost', async () => {
    await signOut(hers);
    await hers.getByLabel('Email').fill(noor.email);
    await hers.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await press(hers, 'Sign in');
    await press(hers, 'Use a recovery code');
    await hers.getByLabel('Recovery code').fill(recoveryCode);
    await press(hers, 'Continue');
    await expect(hers.getByRole('button', { name: /account menu/ })).toBeVisible();
  });

  await test.step('the link opens nothing anymore, and the admin sees that she has an app', async () => {
    await hers.goto('about:blank');
    await hers.goto(link);
    await expect(hers.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
    await admin.reload();
    await expect(admin.getByText('Second step: authenticator app')).toHaveCount(2);
  });
});

async function inviteTherapist(admin: Page, url: string): Promise<string> {
  await admin.goto(url);
  await press(admin, 'Invite a person');
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('Name').fill(NAME);
  await dialog.getByLabel('Email').fill(EMAIL);
  await dialog.getByLabel('Role').selectOption('Therapist');
  await dialog.getByRole('button', { name: 'Invite' }).click();
  const link = await admin.getByLabel(`The link for ${NAME}`, { exact: true }).inputValue();
  await press(admin, 'Done');
  return link;
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /account menu/ }).click();
  await press(page, 'Sign out');
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
}
