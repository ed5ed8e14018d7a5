import { expect, type Page } from '@playwright/test';
import { authenticatorCode } from '#server/auth/testing/authenticatorCode.ts';
import { APP_CODE_MS } from '#shared/domain/secondFactor.ts';
import { Invited } from '#shared/protocol/http/people.ts';
import { Family } from '#shared/protocol/http/families.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { NewAuthenticator } from '#shared/protocol/http/secondFactor.ts';
import type { Earshot } from '../earshot.ts';
import { INVENTED_STAFF, type InventedFamily, type InventedPerson } from '../invented.ts';

/** A clinic that is not the demo, made over HTTP, for stories that begin when it has people. */

export const PASSWORD = 'a kettle sings in the harbor';

/** Somebody with a password and an authenticator app. */
type Person = { readonly name: string; readonly email: string; readonly secret: string };

/** Makes the first admin, who is then signed in on this page. */
export async function makeFirstAdmin(page: Page, { url, links }: Earshot): Promise<Person> {
  const { name, email } = INVENTED_STAFF.tess;
  await post(page, url + pathOf('first-admin:make'), {
    name,
    email,
    password: PASSWORD,
    secret: secretIn(links.firstAdmin),
    clinic: { name: 'Harbor Street Clinic', telephone: '+1 206 555 0142', timeZone: 'UTC' },
  });
  return { name, email, secret: await setUpApp(page, url) };
}

/** The admin invites somebody, who sets a password and an app and is then signed in on their own page. */
export async function addPerson(admin: Page, theirs: Page, { url }: Earshot, who: InventedPerson): Promise<Person> {
  const { link } = Invited.parse(await post(admin, url + pathOf('people:invite'), who));
  if (link.by !== 'hand') throw new Error('There is a mail server.');
  await post(theirs, url + pathOf('account-link:use'), { secret: secretIn(link.url), password: PASSWORD });
  await post(theirs, url + pathOf('account:sign-in'), { email: who.email, password: PASSWORD });
  return { name: who.name, email: who.email, secret: await setUpApp(theirs, url) };
}

/** A therapist adds a family. */
export async function addFamily(page: Page, { url }: Earshot, family: InventedFamily): Promise<Family> {
  return Family.parse(await post(page, url + pathOf('families:make'), { ...family, childInitials: 'K' }));
}

/** Signs in on the sign-in page. */
export async function signIn(page: Page, { email, secret }: Person): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByLabel('Code from the app').fill(authenticatorCode(secret, new Date()));
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page.getByRole('button', { name: /account menu/ })).toBeVisible();
}

/** How long a code must still count, in ms, so that it is not too old on arrival. */
const ENOUGH_MS = 10_000;

/**
 * The code before the present one, as a phone shows it that is a little behind. It sets the app up, and leaves the present
 * code for signing in: each works once.
 */
export async function earlierCode(secret: string): Promise<string> {
  const leftMs = APP_CODE_MS - (Date.now() % APP_CODE_MS);
  if (leftMs < ENOUGH_MS) await new Promise((later) => setTimeout(later, leftMs));
  return authenticatorCode(secret, new Date(Date.now() - APP_CODE_MS));
}

export async function post(page: Page, address: string, data?: object): Promise<unknown> {
  const answer = await page.request.post(address, data === undefined ? {} : { data });
  expect(answer.status(), `${address}: ${await answer.text()}`).toBe(200);
  return answer.json();
}

async function setUpApp(page: Page, url: string): Promise<string> {
  const { secret } = NewAuthenticator.parse(await post(page, url + pathOf('authenticator:begin')));
  await post(page, url + pathOf('authenticator:confirm'), { code: await earlierCode(secret) });
  return secret;
}

const secretIn = (link: string) => new URL(link).hash.slice(1);
