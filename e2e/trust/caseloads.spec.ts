import { expect, type Page } from '@playwright/test';
import { clinicDay } from '#shared/domain/clinicDay.ts';
import { addDays } from '#shared/domain/course/days.ts';
import { FamilyOverviews } from '#shared/protocol/http/families.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { Sessions } from '#shared/protocol/http/sessions.ts';
import { expectAccessible } from '../accessible.ts';
import { takesOf } from '../reviewSteps.ts';
import { openConsole, openPage } from '../steps.ts';
import { test } from '../story.ts';
import { PASSWORD } from './realClinic.ts';

test('[PER9] a supervisor hands a family over: the former therapist loses it at once, also in an open session', async ({
  earshot,
  people,
}) => {
  const { page: coach } = await people.invite('nothing');
  await openConsole(coach, earshot);

  const { page: supervisor } = await people.invite('nothing');
  await supervisor.goto(earshot.links.supervisor);
  await openPage(supervisor, 'Families');
  await expect(supervisor.getByRole('link', { name: 'Progress of Hargreave' })).toBeVisible();
  await expect(supervisor.getByRole('link', { name: 'Progress of Ivanova' })).toHaveCount(0);
  await supervisor.getByRole('link', { name: 'Progress of Solberg' }).click();
  const therapists = supervisor.getByRole('region', { name: 'Who treats this family' });
  await therapists.getByRole('button', { name: 'Hand over Solberg from Ragna Dahl' }).click();
  const dialog = supervisor.getByRole('dialog');
  await dialog.getByLabel('To').selectOption('Yara Lund');
  await expectAccessible(supervisor);
  await dialog.getByRole('button', { name: 'Hand over' }).click();
  await expect(therapists.getByRole('button', { name: 'Hand over Solberg from Yara Lund' })).toBeVisible();

  await expect(coach.getByText('You no longer have access to this session.')).toBeVisible();
  await coach.goto(`${earshot.url}/families`);
  await expect(coach.getByRole('link', { name: 'Progress of Oyelaran' })).toBeVisible();
  await expect(coach.getByRole('link', { name: 'Progress of Solberg' })).toHaveCount(0);
});

test('[PER9] a therapist of another team finds nothing of a family by any address, sees it while they cover it, and nothing afterwards', async ({
  earshot,
  people,
}) => {
  const { url, links } = earshot;
  const [{ page: admin }, { page: nils }, { page: ragna }] = [
    await people.invite('nothing'),
    await people.invite('nothing'),
    await people.invite('nothing'),
  ];
  await ragna.goto(links.therapist);
  await expect(ragna.getByRole('heading', { name: 'Sessions' })).toBeVisible();
  const { familyId, sessionId, routes } = await addressesOf(ragna, 'Oyelaran');
  await admin.goto(links.admin);
  await signInByLink(admin, nils, 'Nils Aubert');

  async function expectNothing(): Promise<void> {
    await nils.goto(`${url}/families`);
    await expect(nils.getByRole('link', { name: 'Progress of Ivanova' })).toBeVisible();
    await expect(nils.getByText('Oyelaran')).toHaveCount(0);
    for (const [path, says] of [
      ['/', 'Sessions'],
      [`/families/${familyId}`, 'This was not found. It may have been removed.'],
      [`/session/${sessionId}`, 'This session was not found.'],
      [`/session/${sessionId}/report`, 'There is nothing to report here'],
      [`/session/${sessionId}/review`, 'Session not found'],
    ] as const) {
      await nils.goto(url + path);
      await expect(nils.getByText(says, { exact: true }).first()).toBeVisible();
      await expect(nils.getByText('Oyelaran')).toHaveCount(0);
    }
    expect(await statusesOf(nils, routes)).toEqual(routes.map((route) => [route, 404]));
  }
  await test.step('nothing before', expectNothing);

  await test.step('everything while they cover it', async () => {
    await openPage(admin, 'Caseloads');
    await admin.getByRole('button', { name: 'Arrange cover for Ragna Dahl with Oyelaran' }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('Who covers').selectOption('Nils Aubert');
    await dialog.getByLabel('Until and including').fill(addDays(clinicDay(new Date(), 'UTC'), 1));
    await dialog.getByRole('button', { name: 'Arrange cover' }).click();
    await expect(admin.getByRole('button', { name: 'End cover: Oyelaran by Nils Aubert' })).toBeVisible();
    await nils.goto(`${url}/families`);
    await nils.getByRole('link', { name: 'Progress of Oyelaran' }).click();
    await expect(nils.getByRole('heading', { name: 'Record', exact: true })).toBeVisible();
    await nils.goto(`${url}/session/${sessionId}/report`);
    await expect(nils.getByRole('heading', { name: 'Report of a session that you have not seen' })).toBeVisible();
    expect(await statusesOf(nils, routes)).toEqual(routes.map((route) => [route, 200]));
  });

  await admin.getByRole('button', { name: 'End cover: Oyelaran by Nils Aubert' }).click();
  await expect(admin.getByRole('button', { name: 'End cover: Oyelaran by Nils Aubert' })).toBeHidden();
  await test.step('nothing afterwards', expectNothing);
});

/** A family, its recorded session, and everything of both that can be read over HTTP. Asked by their therapist. */
async function addressesOf(therapist: Page, name: string) {
  const ask = async (path: string): Promise<unknown> =>
    (await therapist.request.get(new URL(path, therapist.url()).href)).json();
  const { families } = FamilyOverviews.parse(await ask(pathOf('families:list', { query: { family: name } })));
  const { familyId } = families[0] ?? {};
  if (familyId === undefined) throw new Error('There is no such family.');
  const { sessions } = Sessions.parse(
    await ask(pathOf('sessions:list', { query: { group: 'earlier', family: name } })),
  );
  for (const { sessionId } of sessions.filter((one) => one.familyId === familyId && one.phase === 'closed')) {
    const [take] = await takesOf(therapist, sessionId);
    if (take === undefined) continue;
    const routes = [
      pathOf('family:read', { familyId }),
      pathOf('safety-sheet:read', { familyId }),
      pathOf('family-therapists:read', { familyId }),
      pathOf('session:read', { sessionId }),
      pathOf('session-report:read', { sessionId }),
      pathOf('review:read', { sessionId }),
      pathOf('recording:read', { sessionId }),
      pathOf('recording:play', { sessionId, partId: take.partId }),
    ];
    return { familyId, sessionId, routes };
  }
  throw new Error('No session was recorded.');
}

const statusesOf = (page: Page, routes: readonly string[]) =>
  Promise.all(routes.map(async (path) => [path, (await page.request.get(new URL(path, page.url()).href)).status()]));

/** An admin makes a link for a new password, and its person signs in by it. */
async function signInByLink(admin: Page, theirs: Page, name: string): Promise<void> {
  await admin.getByRole('button', { name: `Change the account of ${name}` }).click();
  await admin.getByRole('radio', { name: 'A link for a new password' }).check();
  await admin.getByRole('button', { name: 'Send the link' }).click();
  await theirs.goto(await admin.getByLabel(`The link for ${name}`, { exact: true }).inputValue());
  await admin.getByRole('button', { name: 'Done' }).click();
  await theirs.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await theirs.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(theirs.getByRole('heading', { name: 'Sessions' })).toBeVisible();
}
