import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { LAPTOP, PHONE } from './people.ts';
import { makeDiaryLink } from './steps.ts';
import { test } from './story.ts';

const LOOKS = [LAPTOP, PHONE].flatMap((size) => [
  { ...size, scheme: 'light' as const },
  { ...size, scheme: 'dark' as const },
]);

/** At every size, light and dark, nothing sticks out at the side, and nothing is in anybody’s way. Leaves the page as it began. */
async function expectAtHome(page: Page): Promise<void> {
  const sticksOut = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  for (const { width, height, scheme } of LOOKS) {
    await test.step(`${new URL(page.url()).pathname} at ${width} × ${height}, ${scheme}`, async () => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: scheme });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
      await expect.poll(sticksOut).toBeLessThanOrEqual(0);
      await expectAccessible(page);
    });
  }
  await page.setViewportSize(LAPTOP);
  await page.emulateMedia({ colorScheme: 'light' });
}

test('the screens before and after a session are at home on a laptop and a phone, light and dark', async ({
  earshot,
  people,
}) => {
  const { page } = await people.invite({ hertz: 6_600 });

  await page.goto(`${earshot.url}/sign-in`);
  await expect(page.getByRole('button', { name: /sign in/i })).toBeVisible();
  await expectAtHome(page);

  await page.goto(earshot.links.therapist);
  await expect(page.getByRole('heading', { name: 'Sessions' })).toBeVisible();
  await expectAtHome(page);

  await page
    .getByRole('link', { name: /^report/i })
    .first()
    .click();
  await expect(page.getByText(/labeled praise/i).first()).toBeVisible();
  await expectAtHome(page);

  await page.goto(earshot.url);
  await page.getByRole('link', { name: /^open/i }).click();
  await expect(page.getByRole('heading', { name: 'Before you join' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^join/i })).toBeEnabled();
  await expectAtHome(page);

  await page.goto(`${earshot.url}/join#a-link-that-was-never-made-by-anybody`);
  await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  await expectAtHome(page);
});

test('the screens of a course, of practice and of the diary are at home on a laptop and a phone, light and dark', async ({
  earshot,
  people,
}) => {
  const { page } = await people.invite('nothing');
  await page.goto(earshot.links.therapist);
  await expect(page.getByRole('heading', { name: 'Sessions' })).toBeVisible();
  const diary = await makeDiaryLink(page, earshot);

  await page.goto(`${earshot.url}/families`);
  await expect(page.getByText('1 thing to look at')).toBeVisible();
  await expectAtHome(page);

  await page.getByRole('link', { name: 'Progress of Brandt' }).click();
  await expect(page.getByRole('heading', { name: 'Record', exact: true })).toBeVisible();
  await expectAtHome(page);

  await page.goto(`${earshot.url}/programs`);
  await expect(page.getByRole('heading', { name: 'Built in' })).toBeVisible();
  await expectAtHome(page);

  await page.goto(`${earshot.url}/practice`);
  await expect(page.getByRole('button', { name: /^Code this clip/ }).first()).toBeVisible();
  await expectAtHome(page);

  await page.goto(diary);
  await expect(page.getByRole('button', { name: 'Yes', exact: true })).toBeVisible();
  await expectAtHome(page);
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await expect(page.getByText(/^Saved\. You can change it until/)).toBeVisible();
  await expectAtHome(page);
});

test('a therapist signs in, makes a family and a session, and joins it, by the keyboard alone', async ({
  earshot,
  people,
}) => {
  const { page } = await people.invite({ hertz: 6_600 });
  await page.goto(earshot.links.therapist);
  await press(page, 'New family');
  await expect(page.getByLabel('Family', { exact: true })).toBeFocused();
  await page.keyboard.type('Haugen');
  await page.getByLabel('Caregiver who plays').focus();
  await page.keyboard.type('Liv');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('dialog', { name: 'New session' })).toBeVisible();
  await page.getByLabel('Family', { exact: true }).focus();
  await page.keyboard.type('Haugen');
  await press(page, 'Make the session');
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.getByRole('link', { name: /open the session of haugen/i }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^join/i })).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Codes', exact: true })).toBeVisible();
});

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
}
