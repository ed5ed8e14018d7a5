import { expect } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { PHONE } from '../people.ts';
import { makeDiaryLink, openDiary } from '../steps.ts';
import { test } from '../story.ts';
import { addVirtualAuthenticator } from './virtualAuthenticator.ts';

test('[PER18] a caregiver keeps a key on their phone, and opens their diary with it without a link', async ({
  earshot,
  people,
}) => {
  const { page: therapist } = await people.invite('nothing');
  await therapist.goto(earshot.links.therapist);
  await expect(therapist.getByRole('button', { name: /account menu/ })).toBeVisible();
  const link = await makeDiaryLink(therapist, earshot);

  const { page: phone } = await people.invite('nothing', PHONE);
  await addVirtualAuthenticator(phone);
  await openDiary(phone, link);
  await phone.getByRole('button', { name: 'Keep a key' }).click();
  await expect(phone.getByText('A key to your diary is kept.')).toBeVisible();
  await expectAccessible(phone);

  await phone.context().clearCookies();
  await phone.goto(`${earshot.url}/diary`);
  await expect(phone.getByRole('heading', { name: 'Open your diary with its link.' })).toBeVisible();
  await expectAccessible(phone);
  await phone.getByRole('button', { name: 'Open with my key' }).click();
  await expect(phone.getByRole('heading', { name: /your diary$/ })).toBeVisible();
  await expect(phone.getByRole('button', { name: 'Remove the key' })).toBeVisible();
});
