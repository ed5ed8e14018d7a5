import type { Page } from '@playwright/test';
import type { Earshot } from '../earshot.ts';
import { passDeviceCheck } from '../steps.ts';
import { findDemoSession, signInStaff } from './wire/signInByWire.ts';

/** Opens the demo's session in the lead coach's console. */
export async function openConsole(page: Page, { url, links }: Earshot): Promise<void> {
  await openSession(page, url, links.therapist);
  await page.getByRole('region', { name: 'Codes', exact: true }).waitFor();
}

/** Opens the same session for the supervisor, who watches. */
export async function openSupervision(page: Page, { url, links }: Earshot): Promise<void> {
  await openSession(page, url, links.supervisor);
  await page.getByText('You are observing.').waitFor();
}

/** Signs in and opens the session directly, without the start page. */
async function openSession(page: Page, url: string, link: string): Promise<void> {
  const staff = await signInStaff(url, link);
  await addCookies(page, url, staff.cookie());
  await page.goto(`${url}/session/${await findDemoSession(staff)}`);
  await passDeviceCheck(page);
}

/** Signs a page in with the `cookie` header of a sign-in. */
export async function addCookies(page: Page, url: string, cookie: string): Promise<void> {
  const cookies = cookie.split('; ').map((one) => one.split('='));
  await page.context().addCookies(cookies.map(([name = '', ...value]) => ({ name, value: value.join('='), url })));
}
