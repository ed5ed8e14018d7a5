import type { Page } from '@playwright/test';
import type { Journey } from './look.ts';
import { button, dialog, escape, follow, heading, press, type State, text, walk } from './states.ts';

const PASSWORD = 'a short sentence here';

const choose = (what: string) => (page: Page) => page.getByRole('radio', { name: what }).check();

/** A clinic from its first minute: its admin, its people, and a therapist who has no family yet. */
const STATES: readonly State[] = [
  { name: 'first admin, without the link', at: '/', ready: text(/Open that link/) },
  { name: 'first admin', act: openFirstAdmin, ready: button('Create account') },
  { name: 'first admin, nothing filled', act: press('Create account'), ready: text(/^Enter/) },
  { name: 'people, alone', act: makeAdmin, ready: heading('People') },
  { name: 'add a person', act: press('Add a person'), ready: (page) => page.getByRole('dialog'), leave: addTherapist },
  { name: 'people', ready: text('Noor Haddad') },
  { name: 'change a role', act: press('Change the account of Noor Haddad'), ready: button('Save') },
  { name: 'change a password', act: choose('New password'), ready: button('Save') },
  { name: 'deactivate', act: choose('Deactivate'), ready: button('Deactivate'), leave: escape },
  { name: 'programs, admin', act: follow('Programs'), ready: heading('Built in') },
  { name: 'program editor', act: press(/^Copy for your clinic/), ready: button('Cancel') },
  { name: 'clinic settings, admin', at: '/clinic', ready: heading('Clinic') },
  { name: 'start, empty', act: signInAsTherapist, ready: heading('Sessions') },
  { name: 'families, empty', act: follow('Families'), ready: heading('Families') },
  { name: 'reviews, empty', act: follow('Reviews'), ready: heading('Reviews') },
  { ...dialog('first family', 'New family'), at: '/families', leave: addFamily },
  { name: 'family, new', ready: heading('Haugen'), leave: escape },
  { name: 'start, no session', at: '/', ready: heading('Sessions') },
];

let firstAdmin: string;

export const lookAtEmptyClinic: Journey = async ({ url, links }, people, gallery) => {
  ({ firstAdmin } = links);
  const { page } = await people.invite('nothing');
  await walk(page, url, STATES, gallery);
};

async function openFirstAdmin(page: Page): Promise<void> {
  await page.goto(firstAdmin);
}

async function makeAdmin(page: Page): Promise<void> {
  await page.getByLabel('Your name').fill('Tess Novak');
  await page.getByLabel('Email').fill('tess@clinic.example');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('The clinic’s name').fill('Harbor Street Clinic');
  await press('Create account')(page);
}

async function addTherapist(page: Page): Promise<void> {
  await page.getByLabel('Name').last().fill('Noor Haddad');
  await page.getByLabel('Email').last().fill('noor@clinic.example');
  await page.getByLabel('Role').last().selectOption({ label: 'Therapist' });
  await page.getByLabel('First password', { exact: true }).fill(PASSWORD);
  await press('Add')(page);
}

async function signInAsTherapist(page: Page): Promise<void> {
  await press(/account menu/)(page);
  await press('Sign out')(page);
  await page.getByLabel('Email').fill('noor@clinic.example');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await press('Sign in')(page);
}

async function addFamily(page: Page): Promise<void> {
  await page.getByLabel('Family', { exact: true }).fill('Haugen');
  await page.getByLabel('Caregiver who plays').fill('Liv');
  await press('Add the family')(page);
}
