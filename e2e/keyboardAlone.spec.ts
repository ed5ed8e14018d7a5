import { expect, type Page } from '@playwright/test';
import { INVENTED_FAMILIES } from './invented.ts';
import { test } from './story.ts';

const {
  name: FAMILY,
  caregiverNames: [CAREGIVER],
} = INVENTED_FAMILIES.haugen;

test('a therapist signs in, makes a family and a session, and joins it, by the keyboard alone', async ({
  earshot,
  people,
}) => {
  const { page } = await people.invite({ hertz: 6_600 });
  await page.goto(earshot.links.therapist);
  await press(page, 'New family');
  await expect(page.getByLabel('Family', { exact: true })).toBeFocused();
  await page.keyboard.type(FAMILY);
  await page.getByLabel('Caregiver who plays').focus();
  await page.keyboard.type(CAREGIVER);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('dialog', { name: 'New session' })).toBeVisible();
  const chooser = page.getByRole('combobox', { name: 'Family' });
  await expect(chooser).toHaveValue(FAMILY);
  await press(page, 'Cancel');
  await press(page, 'New session');
  await expect(chooser).toBeFocused();
  await page.keyboard.type(FAMILY.slice(1, 4));
  await expect(page.getByRole('option')).toHaveText([FAMILY]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await press(page, 'Create session');
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.getByRole('link', { name: `Open the session with ${FAMILY}` }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^join/i })).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Codes', exact: true })).toBeVisible();
});

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
}
