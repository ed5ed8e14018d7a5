import { expect, type Page } from '@playwright/test';
import { aBorisProject } from '#shared/imports/testing/aForeignFile.ts';
import type { Journey } from './look.ts';
import { addVirtualAuthenticator } from '../trust/virtualAuthenticator.ts';
import { button, dialog, escape, follow, heading, link, press, type State, text, walk } from './states.ts';

const SIGNED_OUT: readonly State[] = [
  { name: 'sign-in', at: '/sign-in', ready: button('Sign in') },
  { name: 'sign-in, nothing filled', act: press('Sign in'), ready: text(/^Enter/) },
  {
    name: 'sign-in, wrong',
    act: async (page) => {
      await page.getByLabel('Email').fill('nobody@example.org');
      await page.getByLabel('Password', { exact: true }).fill('wrong password here');
      await press('Sign in')(page);
    },
    ready: text('don’t match'),
  },
  { name: 'demo without a link', at: '/demo', ready: heading(/./) },
  {
    name: 'join, dead link',
    at: '/join#a-link-that-was-never-made-by-anybody',
    act: press('Open on this device'),
    ready: heading('This link no longer works'),
  },
  {
    name: 'diary, before the tap',
    at: '/diary#a-link-that-was-never-made-by-anybody',
    ready: button('Open my diary here'),
  },
  { name: 'diary, dead link', act: press('Open my diary here'), ready: heading('This link no longer works.') },
  {
    name: 'set a password, dead link',
    at: '/set-password#a-link-that-was-never-made-by-anybody',
    ready: heading('This link no longer works'),
  },
  { name: 'family without a link', at: '/family', ready: heading(/./) },
  { name: 'not found', at: '/nowhere/at/all', ready: heading(/./) },
];

async function addPasskey(page: Page): Promise<void> {
  await addVirtualAuthenticator(page);
  await press('Add a passkey')(page);
  await page.getByLabel('I have stored these codes').check();
  await press('Continue')(page);
}

/** A therapist of the demo, from the start page on. Already signed in. */
const START: readonly State[] = [
  { name: 'start', at: '/', ready: link(/^open/i) },
  { name: 'account menu', act: press(/account menu/), ready: button('Sign out'), leave: escape },
  { name: 'account', at: '/account', ready: text(/^Since/) },
  { name: 'account, app', act: press('Set up an authenticator app'), ready: button('Confirm') },
  { name: 'account, passkey', at: '/account', act: addPasskey, ready: button(/^Rename/) },
  { name: 'start again', at: '/', ready: link(/^open/i) },
  dialog('new family', 'New family'),
  dialog('new session', 'New session'),
  dialog('parent’s link', /parent’s link for/, (page) => page.getByLabel('The parent’s link', { exact: true })),
  { name: 'clinic settings', at: '/clinic', ready: text(/^Only your clinic admin/) },
  { name: 'not found, signed in', at: '/nowhere/at/all', ready: heading(/./) },
  { name: 'session unknown', at: '/session/00000000-0000-4000-8000-000000000000', ready: heading(/./) },
  { name: 'family unknown', at: '/families/00000000-0000-4000-8000-000000000000', ready: text(/./) },
  {
    name: 'page not loaded',
    at: '/',
    act: losePages,
    ready: heading('Earshot couldn’t reach the clinic’s server.'),
    leave: findPages,
  },
];

const openFamily = (name: string): State => ({
  name: `family ${name}`,
  at: '/families',
  act: follow(`Progress of ${name}`),
  ready: heading('Record'),
});

const FAMILIES: readonly State[] = [
  { name: 'families', at: '/families', ready: text(/to look at/) },
  openFamily('Oyelaran'),
  openFamily('Abara'),
  openFamily('Brandt'),
  dialog('choose another level', /^Another level/),
  openFamily('Solberg'),
  {
    name: 'why',
    act: press(/^Why\? /),
    ready: (page) => page.getByRole('dialog').or(page.getByRole('tooltip')).first(),
    leave: escape,
  },
  dialog('plan session', 'Plan session'),
  dialog('choose another stage', 'Choose another stage'),
  dialog('missed session', 'Record a missed session'),
  dialog('pause the course', 'Pause the course'),
  dialog('end the course early', 'End the course early'),
  dialog('record a measure', /^Record a total of/),
  dialog('diary link', /^Diary link for/),
  dialog('enter a day', /^Enter a day for/),
  dialog('add a problem', 'Add a problem'),
  dialog('rate a problem', /^Rate now/),
  dialog('set an objective', 'Set an objective'),
  dialog('time-out agreement', 'Change the time-out agreement'),
  dialog('time-out contraindicated', /^Time-out is contraindicated/),
  dialog('guardians', 'Change guardians'),
  dialog('note answers about consent', 'Note answers'),
  dialog('safety sheet', 'Fill in the safety sheet'),
  dialog('hand over', /^Hand over Solberg/),
  dialog('cover', /^Arrange cover for/),
  dialog('withdraw an entry', /^Withdraw: /),
  dialog('ask to erase the family', 'Ask to erase this family'),
  {
    name: 'graduate',
    act: async (page) => {
      await press('Choose another stage')(page);
      await page.getByLabel('Stage', { exact: true }).selectOption('Graduation');
      await page.getByLabel(/reason/i).fill('They move to another town and are ready.');
      await press('Change the stage')(page);
      await press('Graduate the family')(page);
    },
    ready: (page) => page.getByRole('dialog', { name: 'Graduate the family' }),
    leave: escape,
  },
  openFamily('Solberg'),
  { name: 'who looked at a family', act: follow('Who looked at this record'), ready: text('Reading the record') },
];

const PROGRAMS: readonly State[] = [
  { name: 'programs', at: '/programs', ready: heading('Built in') },
  {
    name: 'program open',
    act: (page) => page.locator('summary').first().click(),
    ready: (page) => page.locator('details[open]').first(),
  },
];

const PRACTICE: readonly State[] = [
  { name: 'practice', at: '/practice', ready: button(/^Code this clip/) },
  {
    name: 'practice, clip',
    act: press('Code this clip: “Following along”'),
    ready: button('Finish and see your score'),
  },
  {
    name: 'practice, coding',
    act: async (page) => {
      await page.keyboard.press('Space');
      await text(/^0:0[2-9] of/)(page).waitFor();
      for (const key of 'rb472') await page.keyboard.press(key);
      await page.keyboard.press('Space');
    },
    ready: button('Play'),
  },
  { name: 'practice, scored', act: press('Finish and see your score'), ready: text('agreement with the key') },
];

const REPORTS: readonly State[] = [
  { name: 'report CDI', at: '/', act: follow('Report of the session with Solberg'), ready: text(/labeled praise/i) },
  dialog('export', 'Export'),
  { name: 'report PDI', at: '/', act: follow('Report of the session with Brandt'), ready: text(/follow/i) },
];

const tab = (name: string): State => ({
  name: `review, ${name.toLowerCase()}`,
  act: (page) => page.getByRole('tab', { name }).click(),
  ready: (page) => page.getByRole('tabpanel'),
});

const REVIEWS: readonly State[] = [
  { name: 'reviews', at: '/reviews', ready: link(/^Review the session/) },
  { name: 'coders', at: '/reviews/coders', ready: (page) => page.locator('figure svg text').first() },
  { name: 'review gate', at: '/', act: follow('Review of the session with Brandt'), ready: button('Open the review') },
  { name: 'review', act: press('Open the review'), ready: (page) => page.getByRole('tab', { name: 'Transcript' }) },
  ...['Transcript', 'Comments', 'Fidelity', 'Session', 'Agreement'].map(tab),
  dialog('review, import', 'Import a coding'),
  {
    name: 'review, import of unknown words',
    act: async (page) => {
      await press('Import a coding')(page);
      await page.locator('input[type=file]').setInputFiles({
        name: 'lab.boris',
        mimeType: 'application/json',
        buffer: Buffer.from(aBorisProject({ 'Coder 7': [[11, 'mother', 'praise', 'labeled']] })),
      });
    },
    ready: text(/answers? (is|are) missing/),
    leave: escape,
  },
  dialog('review, add a code', /^Add a code here/),
  { name: 'review, a code', act: (page) => page.keyboard.press('.'), ready: button(/^Correct/) },
  dialog('review, correct a code', /^Correct/),
  {
    name: 'review, keys',
    act: (page) => page.keyboard.press('?'),
    ready: (page) => page.getByRole('dialog'),
    leave: escape,
  },
  dialog('review, export', 'Export'),
];

const RETENTION: readonly State[] = [
  { name: 'servers', at: '/servers', ready: text('Saves everything') },
  { name: 'erasure', at: '/erasures', ready: heading('Legal holds') },
  {
    name: 'retention',
    act: (page) => page.getByRole('tab', { name: 'Retention' }).click(),
    ready: button('See what this would erase'),
  },
  {
    name: 'retention, what it would erase',
    act: async (page) => {
      await page.getByLabel('Recordings of sessions').selectOption('1 month');
      await press('See what this would erase')(page);
    },
    ready: text(/^The changed rules announce/),
  },
  { name: 'retention, announced', act: press('Set these rules'), ready: text(/^Will be erased on/) },
];

const ANNOUNCED: readonly State[] = [
  {
    name: 'family, a recording will be erased',
    at: '/families',
    act: async (page) => {
      await follow('Progress of Oyelaran')(page);
      await text(/^The recording of .* will be erased/)(page).scrollIntoViewIfNeeded();
    },
    ready: button(/^Keep for another year: the recording of/),
  },
  dialog('keep a recording', /^Keep for another year: the recording of/),
];

/** Some months are longer than the 30 days of an announcement. */
const TWO_DAYS_MS = 2 * 24 * 3_600_000;

/** An admin decides how long recordings are kept, and a therapist sees what follows. */
async function lookAtRetention(...[earshot, people, gallery]: Parameters<Journey>): Promise<void> {
  await earshot.forward(TWO_DAYS_MS);
  const admin = (await people.invite('nothing')).page;
  await admin.goto(earshot.links.admin);
  await expect(admin.getByRole('heading', { name: 'People' })).toBeVisible();
  // The admin's link has another host name.
  await walk(admin, new URL(earshot.links.admin).origin, RETENTION, gallery);
  const therapist = (await people.invite('nothing')).page;
  await therapist.goto(earshot.links.therapist);
  await expect(therapist.getByRole('heading', { name: 'Sessions' })).toBeVisible();
  await walk(therapist, earshot.url, ANNOUNCED, gallery);
}

/** A therapist's pages before and after sessions. */
export const lookAtClinicPages: Journey = async (earshot, people, gallery) => {
  const { page } = await people.invite('nothing');
  await walk(page, earshot.url, SIGNED_OUT, gallery);
  await page.goto(earshot.links.therapist);
  await expect(page.getByRole('heading', { name: 'Sessions' })).toBeVisible();
  await walk(page, earshot.url, [...START, ...FAMILIES, ...PROGRAMS, ...PRACTICE, ...REPORTS, ...REVIEWS], gallery);
  await lookAtRetention(earshot, people, gallery);
};

const LOST = /PracticePage.*[.]js/;

/** The next page requested does not arrive, not even when it is requested again. */
async function losePages(page: Page): Promise<void> {
  await page.route(LOST, (route) => route.abort());
  await follow('Practice')(page);
}

function findPages(page: Page): Promise<void> {
  return page.unroute(LOST);
}
