import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { clinicDay } from '#shared/domain/clinicDay.ts';
import { addDays } from '#shared/domain/course/days.ts';
import { LAPTOP, PHONE } from './people.ts';
import { test } from './story.ts';
import { makeDiaryLink, openDiary } from './steps.ts';

/** The day and time for each screen. Neither the server nor the browser is in the clinic's zone. */
const CLINICS = [
  {
    of: 'an evening in Los Angeles',
    madeIn: 'America/Los_Angeles',
    at: '2027-03-04T03:30:00Z',
    browser: 'Asia/Tokyo',
    day: '2027-03-03',
  },
  {
    of: 'a Thursday morning in Sydney',
    madeIn: 'Australia/Sydney',
    at: '2027-03-03T22:00:00Z',
    browser: 'America/New_York',
    day: '2027-03-04',
  },
] as const;

test.setTimeout(120_000);

for (const { of, madeIn, at, browser, day } of CLINICS) {
  test.describe(of, () => {
    test.use({ server: { movable: true, madeIn, at: new Date(at) } });

    test('is on the clinic’s day on every screen and in a file’s name', async ({ earshot, people }) => {
      const foreign = clinicDay(at, browser);
      expect([clinicDay(at, 'UTC'), foreign]).not.toContain(day);
      const { page } = await people.invite('nothing', { ...LAPTOP, timeZone: browser });
      await page.clock.setFixedTime(at);
      /** The day of the demo's last session, a week before, in the clinic's zone and in the browser's. */
      const [last, wrong] = [addDays(day, -7), addDays(foreign, -7)];

      await page.goto(earshot.links.therapist);
      await expect(page.getByRole('heading', { name: 'Sessions' })).toBeVisible();
      await expectDays(page, { says: [long(day), short(last)], never: [long(foreign), short(wrong)] });

      const report = page.getByRole('link', { name: /^report/i }).first();
      await report.click();
      await expect(page.getByText(/labeled praise/i).first()).toBeVisible();
      await expectDays(page, { says: [long(last)], never: [long(wrong)] });
      expect(await nameOfExport(page)).toMatch(new RegExp(`^earshot-${last}-`));

      await page.goto(`${earshot.url}/families`);
      await page.getByRole('link', { name: 'Progress of Solberg' }).click();
      await expect(page.getByRole('heading', { name: 'Record', exact: true })).toBeVisible();
      await expectDays(page, { says: [dated(last)], never: [dated(addDays(day, 1))] });

      await page.goto(`${earshot.url}/reviews`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectDays(page, { says: [dated(last)], never: [dated(wrong)] });

      await page.goto(earshot.url);
      const diary = await makeDiaryLink(page, earshot);
      const { page: phone } = await people.invite('nothing', { ...PHONE, timeZone: browser });
      await phone.clock.setFixedTime(at);
      await openDiary(phone, diary);
      await phone.getByRole('button', { name: 'Yes', exact: true }).click();
      await expect(phone.getByText(/^Saved\. You can change it until/)).toBeVisible();
      await expect(phone.getByRole('button', { pressed: true })).toContainText(long(day));
    });
  });
}

async function expectDays(
  page: Page,
  { says, never }: { readonly says: readonly string[]; readonly never: readonly string[] },
): Promise<void> {
  const main = page.getByRole('main');
  for (const words of says) await expect(main).toContainText(words);
  for (const words of never) await expect(main).not.toContainText(words);
}

async function nameOfExport(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^export/i }).click();
  const downloading = page.waitForEvent('download');
  await page
    .getByRole('button', { name: /^download/i })
    .first()
    .click();
  const download = await downloading;
  expect((await readFile(await download.path())).length).toBeGreaterThan(0);
  return download.suggestedFilename();
}

const said = (day: string, words: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-US', { ...words, timeZone: 'UTC' }).format(Date.parse(day));
const long = (day: string) => said(day, { weekday: 'long', day: 'numeric', month: 'long' });
const short = (day: string) => said(day, { weekday: 'short', day: 'numeric', month: 'short' });
const dated = (day: string) => said(day, { day: 'numeric', month: 'short', year: 'numeric' });
