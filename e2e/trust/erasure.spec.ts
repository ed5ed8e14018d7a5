import { expect } from '@playwright/test';
import { JoinLink } from '#shared/protocol/http/link.ts';
import { SessionSummary } from '#shared/protocol/http/sessions.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { expectAccessible } from '../accessible.ts';
import { INVENTED_FAMILIES, INVENTED_STAFF } from '../invented.ts';
import { PHONE } from '../people.ts';
import { makeDiaryLink, openDiary, openLink, openPage } from '../steps.ts';
import { test } from '../story.ts';
import { addFamily, addPerson, makeFirstAdmin, PASSWORD, post } from './realClinic.ts';
import { leftOf, storedBytes } from './storedBytes.ts';

const {
  name: FAMILY,
  caregiverNames: [CAREGIVER],
} = INVENTED_FAMILIES.quetzalbrink;
const { noor, tess } = INVENTED_STAFF;
/** After this long, signing in no longer confirms who it is. Rule PER13. */
const LATER_MS = 6 * 60_000;

/** How long an open page of its record may stay, in ms. */
const CLOSES_MS = 40_000;

test.use({ server: { isEmpty: true, movable: true } });

test('[ERA1] [ERA3] [ERA5] a therapist asks to erase a family, an admin confirms, and nothing is left of it anywhere', async ({
  earshot,
  people,
}) => {
  const { url, dataFolder } = earshot;
  const [{ page: admin }, { page: therapist }, { page: phone }] = [
    await people.invite('nothing'),
    await people.invite('nothing'),
    await people.invite('the family', PHONE),
  ];
  await makeFirstAdmin(admin, earshot);
  await addPerson(admin, therapist, earshot, noor);
  const { familyId } = await addFamily(therapist, earshot, INVENTED_FAMILIES.quetzalbrink);
  const session = { familyId, startsAt: new Date().toISOString() };
  const { sessionId } = SessionSummary.parse(await post(therapist, url + pathOf('sessions:make'), session));
  const newLink = async () =>
    JoinLink.parse(await post(therapist, url + pathOf('session-links:make', { sessionId }))).url;
  const [used, unused] = [await newLink(), await newLink()];
  await therapist.goto(`${url}/families`);
  const diary = await makeDiaryLink(therapist, earshot);

  await test.step('the family uses its link and its diary', async () => {
    await openDiary(phone, diary);
    await expect(phone.getByText(CAREGIVER).first()).toBeVisible();
    await openLink(phone, used);
    await expect(phone.getByRole('heading', { name: 'Your camera is on' })).toBeVisible();
  });

  const stored = storedBytes(dataFolder, familyId);
  expect(stored).not.toEqual([]);
  expect(leftOf(dataFolder, stored)).toEqual(stored);

  await test.step('the therapist asks, with a reason', async () => {
    await therapist.getByRole('link', { name: `Progress of ${FAMILY}` }).click();
    await therapist.getByRole('button', { name: 'Ask to erase this family' }).click();
    await therapist.getByLabel('Reason').selectOption('The family asked for it');
    await therapist.getByRole('button', { name: 'Ask an admin' }).click();
    await expect(therapist.getByText('Erasure was asked for')).toBeVisible();
  });

  await test.step('the admin holds the button, and shows again who they are', async () => {
    await earshot.forward(LATER_MS);
    await admin.goto(`${url}/erasures`);
    await admin.getByRole('button', { name: `Erase ${FAMILY}`, exact: true }).click();
    await admin.getByRole('button', { name: 'Erase for good' }).click({ delay: 1_500 });
    await admin.getByLabel('Your password').fill(PASSWORD);
    await expectAccessible(admin);
    await admin.getByRole('button', { name: 'Confirm', exact: true }).click();
    await expect(admin.getByText(/^Everything about this family is erased/).first()).toBeVisible();
    await expect(admin.getByText(`Asked by ${noor.name}, confirmed by ${tess.name}`)).toBeVisible();
    await openPage(admin, 'Caseloads');
    await expect(admin.getByText('No families yet')).toBeVisible();
    await expect(admin.getByText(FAMILY)).toHaveCount(0);
  });

  await test.step('its links and its diary are dead', async () => {
    await phone.reload();
    await expect(phone.getByText('This device needs its link again.')).toBeVisible();
    await openLink(phone, unused);
    await expect(phone.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
    await phone.goto(`${url}/diary`);
    await expect(phone.getByRole('heading', { name: 'Open your diary with its link.' })).toBeVisible();
    await expect(phone.getByText(CAREGIVER)).toHaveCount(0);
  });

  await test.step('the therapist’s open page closes by itself, and they find the family nowhere, also not by its address', async () => {
    await expect(therapist.getByRole('heading', { name: 'Families', level: 1 })).toBeVisible({ timeout: CLOSES_MS });
    await expect(therapist.getByText('No families yet')).toBeVisible();
    await expect(therapist.getByText(FAMILY)).toHaveCount(0);
    await therapist.goto(`${url}/families/${familyId}`);
    await expect(therapist.getByText('This was not found.', { exact: false })).toBeVisible();
    await therapist.goto(`${url}/session/${sessionId}`);
    await expect(therapist.getByRole('heading', { name: 'This session was not found.' })).toBeVisible();
  });

  expect(leftOf(dataFolder, stored)).toEqual([]);
});
