import type { Page } from '@playwright/test';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { authenticatorCode } from '#server/auth/testing/authenticatorCode.ts';
import { INVENTED_FAMILIES, INVENTED_STAFF } from '../invented.ts';
import type { Journey } from './look.ts';
import { button, dialog, escape, follow, heading, press, type State, text, walk } from './states.ts';

const { noor, tess } = INVENTED_STAFF;
const {
  name: FAMILY,
  caregiverNames: [CAREGIVER],
} = INVENTED_FAMILIES.haugen;

const PASSWORD = 'a short sentence here';

const PROVIDER_NAME = 'Harbor Hospital';
/** An identity provider where nobody answers. */
export const SILENT_PROVIDER = {
  OIDC_ISSUER: 'http://127.0.0.1:9',
  OIDC_CLIENT_ID: 'earshot',
  OIDC_CLIENT_SECRET: 'none',
  OIDC_NAME: PROVIDER_NAME,
};
const LINK = `The link for ${noor.name}`;

/** What the journey writes down on its way, as its people would. */
type Notes = {
  /** The link by which the admin comes in, and the one that they hand over. */
  readonly firstAdmin: string;
  invitation: string;
  /** The secrets of the authenticator apps. */
  readonly secrets: { admin: string; therapist: string };
};

const choose = (what: string) => (page: Page) => page.getByRole('radio', { name: what }).check();

/** A clinic from its first minute: its admin, its people, and a therapist who has no family yet. */
const statesOf = (notes: Notes): readonly State[] => [
  { name: 'first admin, without the link', at: '/', ready: text(/Open that link/) },
  { name: 'first admin', act: (page) => page.goto(notes.firstAdmin), ready: button('Create account') },
  { name: 'first admin, nothing filled', act: press('Create account'), ready: text(/^Enter/) },
  { name: 'second step, set up', act: makeAdmin, ready: button('Confirm') },
  { name: 'second step, nothing filled', act: press('Confirm'), ready: text(/^Enter the six/) },
  { name: 'recovery codes', act: confirmApp(notes, 'admin'), ready: heading('Your recovery codes') },
  { name: 'people, alone', act: storeCodes, ready: heading('People') },
  {
    name: 'invite a person',
    act: press('Invite a person'),
    ready: (page) => page.getByRole('dialog'),
    leave: inviteTherapist,
  },
  { name: 'link to hand over', ready: (page) => page.getByLabel(LINK, { exact: true }), leave: keepLink(notes) },
  { name: 'people, one invited', ready: button(/^Withdraw/) },
  { name: 'teams, empty', act: follow('Teams'), ready: text('No teams yet') },
  { name: 'new team', act: press('New team'), ready: button('Make the team'), leave: makeTeam },
  { name: 'team, no people', ready: heading('Harbor Street') },
  { name: 'add to a team', act: press('Add a person to Harbor Street'), ready: button('Add'), leave: addToTeam },
  { name: 'teams', ready: button(`Remove ${noor.name} from Harbor Street`) },
  { ...dialog('retire a team', 'Retire Harbor Street') },
  { name: 'caseloads, empty', act: follow('Caseloads'), ready: text('No families yet') },
  { name: 'erasure, empty', act: follow('Erasure'), ready: text('No requests') },
  {
    name: 'retention, nothing decided',
    act: (page) => page.getByRole('tab', { name: 'Retention' }).click(),
    ready: text('Nothing is announced'),
  },
  { name: 'programs, admin', act: follow('Programs'), ready: heading('Built in') },
  { name: 'program editor', act: press(/^Copy for your clinic/), ready: button('Cancel') },
  { name: 'clinic settings, admin', at: '/clinic', ready: heading('Clinic') },
  { name: 'set a password', act: openInvitation(notes), ready: button('Save and sign in') },
  { name: 'set a password, too short', act: press('Save and sign in'), ready: text(/^Use \d+ to/) },
  {
    name: 'second step of a therapist',
    act: setPassword,
    ready: button('Confirm'),
    leave: confirmApp(notes, 'therapist'),
  },
  { name: 'start, empty', act: storeCodes, ready: heading('Sessions') },
  { name: 'families, empty', act: follow('Families'), ready: heading('Families') },
  { name: 'reviews, empty', act: follow('Reviews'), ready: heading('Reviews') },
  { ...dialog('first family', 'New family'), at: '/families', leave: addFamily },
  { name: 'family, new', ready: heading(FAMILY), leave: escape },
  { name: 'start, no session', at: '/', ready: heading('Sessions') },
  { name: 'sign-in with a provider', act: signOut, ready: button(`Sign in with ${PROVIDER_NAME}`) },
  {
    name: 'sign-in, the provider is silent',
    act: press(`Sign in with ${PROVIDER_NAME}`),
    ready: text('does not answer'),
  },
  {
    name: 'back from the provider, not finished',
    at: '/sign-in/provider?state=none',
    ready: text('The sign-in was not finished'),
  },
  {
    name: 'back from the provider, a stranger',
    act: comeBackAsStranger,
    ready: text('Nobody with your address'),
    leave: press('Back to sign-in'),
  },
  { name: 'second step, code', act: signInAsAdmin, ready: text('Code from the app') },
  { name: 'second step, wrong code', act: giveWrongCode, ready: text('That code is not correct') },
  {
    name: 'second step, recovery code',
    act: press('Use a recovery code'),
    ready: text('Recovery code'),
    leave: press('Back'),
  },
  { name: 'people', act: giveCode(notes), ready: button(`Change the account of ${noor.name}`) },
  { name: 'change a role', act: press(`Change the account of ${noor.name}`), ready: button('Save') },
  { name: 'send a password link', act: choose('A link for a new password'), ready: button('Send the link') },
  {
    name: 'remove a second step',
    act: choose('Remove the second step'),
    ready: (page) => page.getByRole('radio', { name: 'I called the number' }),
  },
  { name: 'deactivate', act: choose('Deactivate'), ready: button('Deactivate'), leave: escape },
  { name: 'audit', act: follow('Audit'), ready: text('Setting a password') },
  { name: 'audit of one family', act: press(`Only about ${FAMILY}`), ready: button('All families') },
  {
    name: 'audit, nothing to show',
    act: (page) => page.getByLabel('Kind').selectOption('Exports'),
    ready: text('No rows yet'),
  },
];

export const lookAtEmptyClinic: Journey = async ({ url, links: { firstAdmin } }, people, gallery) => {
  const { page } = await people.invite('nothing');
  const notes: Notes = { firstAdmin, invitation: '', secrets: { admin: '', therapist: '' } };
  await walk(page, url, statesOf(notes), gallery);
};

async function makeAdmin(page: Page): Promise<void> {
  await page.getByLabel('Your name').fill(tess.name);
  await page.getByLabel('Email').fill(tess.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('The clinic’s name').fill('Harbor Street Clinic');
  await press('Create account')(page);
}

/** Types the code that the app shows into the page that sets the app up. */
function confirmApp({ secrets }: Notes, who: keyof Notes['secrets']) {
  return async (page: Page) => {
    secrets[who] = (await page.getByLabel('If you cannot scan').inputValue()).replaceAll(' ', '');
    await page.getByLabel('Code from the app').fill(authenticatorCode(secrets[who], new Date()));
    await press('Confirm')(page);
  };
}

async function storeCodes(page: Page): Promise<void> {
  await page.getByLabel('I have stored these codes').check();
  await press('Continue')(page);
}

async function giveWrongCode(page: Page): Promise<void> {
  await page.getByLabel('Code from the app').fill('000000');
  await press('Continue')(page);
}

function giveCode({ secrets }: Notes) {
  return async (page: Page) => {
    // Each code works once, and this is another one: the states before take longer than one lasts.
    await page.getByLabel('Code from the app').fill(authenticatorCode(secrets.admin, new Date()));
    await press('Continue')(page);
  };
}

async function inviteTherapist(page: Page): Promise<void> {
  await page.getByLabel('Name').last().fill(noor.name);
  await page.getByLabel('Email').last().fill(noor.email);
  await page.getByLabel('Role').last().selectOption({ label: 'Therapist' });
  await press('Invite')(page);
}

async function makeTeam(page: Page): Promise<void> {
  await page.getByLabel('Name of the team').fill('Harbor Street');
  await press('Make the team')(page);
}

async function addToTeam(page: Page): Promise<void> {
  await page.getByLabel('Person', { exact: true }).selectOption({ label: `${noor.name} (Therapist)` });
  await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
}

function keepLink(notes: Notes) {
  return async (page: Page) => {
    notes.invitation = await page.getByLabel(LINK, { exact: true }).inputValue();
    await press('Done')(page);
  };
}

async function signOut(page: Page): Promise<void> {
  await press(/account menu/)(page);
  await press('Sign out')(page);
  await button('Sign in')(page).waitFor();
}

/** As if the provider had vouched for somebody whom nobody invited. */
async function comeBackAsStranger(page: Page): Promise<void> {
  const finish = `**${pathOf('provider-sign-in:finish')}`;
  await page.route(finish, (route) => route.fulfill({ status: 403, json: { error: 'No.' } }), { times: 1 });
  await page.goto(new URL('/sign-in/provider?state=stranger', page.url()).href);
}

function openInvitation(notes: Notes) {
  return async (page: Page) => {
    await signOut(page);
    await page.goto(notes.invitation);
  };
}

async function setPassword(page: Page): Promise<void> {
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await press('Save and sign in')(page);
}

async function signInAsAdmin(page: Page): Promise<void> {
  await page.getByLabel('Email').fill(tess.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await press('Sign in')(page);
}

async function addFamily(page: Page): Promise<void> {
  await page.getByLabel('Family', { exact: true }).fill(FAMILY);
  await page.getByLabel('Caregiver who plays').fill(CAREGIVER);
  await press('Add the family')(page);
}
