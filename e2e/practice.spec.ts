import { expect } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { PHONE } from './people.ts';
import { makeDiaryLink } from './steps.ts';
import { test } from './story.ts';

test('a therapist practices alone: codes a clip by the keys, and sees what agreed and what was missed', async ({
  earshot,
  people,
}) => {
  const { page } = await people.invite('nothing');
  await page.goto(earshot.links.therapist);
  await page.getByRole('link', { name: 'Practice' }).click();
  await page.getByRole('button', { name: 'Code this clip: “Following along”' }).click();
  await expectAccessible(page);

  await page.keyboard.press('Space');
  await expect(page.getByText(/^0:0[2-9] of/)).toBeVisible();
  await page.keyboard.press('r');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('button', { name: 'Reflection, given 1 time' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Negative talk, given 0 times' })).toBeVisible();

  await page.getByRole('button', { name: 'Finish and see' }).click();
  await expect(page.getByText('agreement with the key')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /You want the red one/ }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('a caregiver opens the diary by its link, notes a day with one tap, and finds it after a reload', async ({
  earshot,
  people,
}) => {
  const therapist = await people.invite('nothing');
  await therapist.page.goto(earshot.links.therapist);
  await expect(therapist.page.getByRole('heading', { name: 'Sessions' })).toBeVisible();
  const url = await makeDiaryLink(therapist.page, earshot);

  const { page } = await people.invite('nothing', PHONE);
  await page.goto(url);
  await expect(page.getByRole('heading', { name: /^Did you have your \d+ minutes of/ })).toBeVisible();
  expect(page.url()).not.toContain('#');
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await expect(page.getByText(/^Saved\. You can change it until/)).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole('heading', { name: /^You had \d+ minutes today/ })).toBeVisible();
});
