import { expect, type Page } from '@playwright/test';
import { PHONE } from '../people.ts';
import { openLink } from '../steps.ts';
import { test } from '../story.ts';

test('[PER15] a mail scanner does not use up a family’s link, a second device does not get in with it, and the coach sees what became of it', async ({
  earshot,
  people,
}) => {
  const [{ page: coach }, { page: scanner }, { page: phone }, { page: other }] = [
    await people.invite('nothing'),
    await people.invite('nothing'),
    await people.invite('the family', PHONE),
    await people.invite('the family', PHONE),
  ];
  await coach.goto(earshot.links.therapist);
  const link = await newLink(coach);

  await test.step('a scanner asks for the address, opens the page and runs it, and taps nothing', async () => {
    expect((await fetch(link, { method: 'HEAD' })).status).toBe(200);
    const fetched = await fetch(link);
    expect(fetched.status).toBe(200);
    expect(fetched.headers.get('set-cookie')).toBeNull();
    const sent: string[] = [];
    scanner.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(`${request.method()} ${request.url()}`);
    });
    await scanner.goto(link, { waitUntil: 'networkidle' });
    await expect(scanner.getByRole('button', { name: 'Open on this device' })).toBeVisible();
    expect(sent).toEqual([]);
    expect(await scanner.context().cookies()).toEqual([]);
  });

  let next = '';
  await test.step('the link still works when the family taps it, once', async () => {
    next = await newLink(coach);
    await expect(earlier(coach).getByText('Not opened yet.', { exact: false })).toHaveCount(2);
    await openLink(phone, link);
    await expect(phone.getByRole('heading', { name: 'Your camera is on' })).toBeVisible();
    await openLink(other, link);
    await expect(other.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  });

  await test.step('the coach sees which link was opened, turns that device away, and gives the other a new link', async () => {
    await newLink(coach);
    const opened = earlier(coach).getByRole('listitem').filter({ hasText: 'Opened on' });
    await expect(opened).toHaveCount(1);
    await opened.getByRole('button', { name: 'Turn away this device' }).click();
    await expect(opened).toHaveCount(0);
    await phone.reload();
    await expect(phone.getByText(/^(This device needs its link again|This link no longer works)\.$/)).toBeVisible();
    await openLink(other, next);
    await expect(other.getByRole('heading', { name: 'Your camera is on' })).toBeVisible();
  });
});

/** Opens the dialog that makes a link, and reads it. What became of earlier ones is below it. */
async function newLink(coach: Page): Promise<string> {
  const dialog = coach.getByRole('dialog');
  if (await dialog.isVisible()) await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toBeHidden();
  await coach.getByRole('button', { name: 'Create the parent’s link for Solberg' }).first().click();
  return coach.getByLabel('The parent’s link', { exact: true }).inputValue();
}

const earlier = (coach: Page) => coach.getByRole('dialog').getByRole('list');
