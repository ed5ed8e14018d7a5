import { expect } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { PHONE } from './people.ts';
import { makeDiaryLink, openDiary, openPage } from './steps.ts';
import { test } from './story.ts';

/** “Following along” lasts 62 s. The story moves the server's time over it. */
const CLIP_MS = 62_000;

test.use({ server: { movable: true } });

test('[PRA3] a therapist practices alone by the keys: too soon it does not count, and the clip’s time later it does', async ({
  earshot,
  people,
}) => {
  const { page } = await people.invite('nothing');
  await page.goto(earshot.links.therapist);
  await openPage(page, 'Practice');
  await page.getByRole('button', { name: 'Code this clip: “Following along”' }).click();
  await expect(page.getByRole('button', { name: 'Finish and see your score' })).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press('Space');
  await expect(page.getByText(/^0:0[2-9] of/)).toBeVisible();
  await page.keyboard.press('r');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('button', { name: 'Reflection, 1 time' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Negative talk, 0 times' })).toBeVisible();

  await page.getByRole('button', { name: 'Finish and see your score' }).click();
  await expect(page.getByText('agreement with the key')).toBeVisible();
  await expect(page.getByText(/^You finished before the clip ended/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /You want the red one/ }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();

  await page.getByRole('button', { name: 'Code it again' }).click();
  await expect(page.getByRole('button', { name: 'Reflection, 0 times' })).toBeVisible();
  await earshot.forward(CLIP_MS);
  await page.keyboard.press('r');
  await page.getByRole('button', { name: 'Finish and see your score' }).click();
  await expect(page.getByText(/^This try is saved\./)).toBeVisible();

  await page.getByRole('button', { name: 'Another clip' }).click();
  const tries = page.getByRole('row', { name: /^Following along/ });
  await expect(tries).toHaveCount(2);
  await expect(tries.first()).toContainText('Key seen before');
  await expect(tries.last()).toContainText('Not watched to the end, does not count');
  await expectAccessible(page);
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
  await openDiary(page, url);
  await expect(page.getByRole('heading', { name: /^Did you do your \d+ minutes of/ })).toBeVisible();
  expect(page.url()).not.toContain('#');
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await expect(page.getByText(/^Saved\. You can change it until/)).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole('heading', { name: /^You did \d+ minutes today/ })).toBeVisible();
});
