import { expect, type Page } from '@playwright/test';
import { COACH_HZ, PHONE } from '../people.ts';
import {
  expectPictures,
  letIn,
  nextStep,
  openConsole,
  openPage,
  openRoomDevice,
  openSupervision,
  pairEar,
  passEarCheck,
  startTalking,
  stopTalking,
} from '../steps.ts';
import { test } from '../story.ts';
import { expectNoTone, expectTone, expectToneToEnd } from '../tones.ts';
import { installWire } from '../wire.ts';

/** How soon a screen says that access has ended, in ms. The server needs a second at most. */
const SOON_MS = 5_000;

test('[PER7] whoever loses their part in a live session is told at once and cut off, and the family sees that the coach is gone', async ({
  earshot,
  people,
}) => {
  const [{ page: coach }, { page: room }, { page: ear }, { page: boss }, { page: admin }] = [
    await people.invite({ hertz: COACH_HZ }),
    await people.invite('the family'),
    await people.invite('nothing', PHONE),
    await people.invite('nothing'),
    await people.invite('nothing'),
  ];
  for (const page of [coach, boss]) await page.addInitScript(installWire);
  await openConsole(coach, earshot);
  await openRoomDevice(room, earshot);
  await letIn(coach);
  await pairEar(room, ear);
  await letIn(coach);
  await nextStep(coach, /start check-in/i);
  await passEarCheck(ear);
  await openSupervision(boss, earshot);
  await admin.goto(earshot.links.admin);
  await expect(admin.getByRole('heading', { name: 'People' })).toBeVisible();

  await test.step('a supervisor who no longer leads the team', async () => {
    await expectPictures(boss);
    await expectConnected(boss);
    await openPage(admin, 'Teams');
    await admin.getByRole('button', { name: 'Remove Imran Quill from Harbor Street' }).click();
    await expectSentAway(boss);
    await expectPictures(coach);
  });

  await test.step('a therapist whose role is taken away while they speak', async () => {
    await startTalking(coach);
    await expectTone(ear, COACH_HZ);
    await expectConnected(coach);
    await openPage(admin, 'People');
    await admin.getByRole('button', { name: 'Change the account of Ragna Dahl' }).click();
    await admin.getByLabel('New role').selectOption('Supervisor');
    await admin.getByRole('button', { name: 'Save' }).click();
    await expectSentAway(coach);
    await expectToneToEnd(ear, COACH_HZ);
    await expectNoTone(room, COACH_HZ);
    await stopTalking(coach);
    await expect(room.getByText(/^The connection to .* is lost/).first()).toBeVisible();
    await coach.reload();
    await expect(coach.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  });

  await test.step('a therapist who came back and is deactivated', async () => {
    await admin.getByRole('button', { name: 'Change the account of Ragna Dahl' }).click();
    await admin.getByLabel('New role').selectOption('Therapist');
    await admin.getByRole('button', { name: 'Save' }).click();
    await expect(admin.getByRole('dialog')).toBeHidden();
    await openConsole(coach, earshot);
    await expectPictures(coach);
    await expectConnected(coach);
    await admin.getByRole('button', { name: 'Change the account of Ragna Dahl' }).click();
    await admin.getByRole('radio', { name: 'Deactivate' }).check();
    await admin.getByRole('button', { name: 'Deactivate', exact: true }).click();
    await expectSentAway(coach);
    await expect(room.getByText(/^The connection to .* is lost/).first()).toBeVisible();
  });
});

/** Sockets and tracks are there to be cut off, and this story sees them. */
async function expectConnected(page: Page): Promise<void> {
  const { sockets, tracks } = await whatIsOpen(page);
  expect(sockets).toBeGreaterThan(0);
  expect(tracks).toBeGreaterThan(0);
}

/** The screen says it, and neither a socket nor a track of the session is left. */
async function expectSentAway(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'You no longer have access to this session.' })).toBeVisible({
    timeout: SOON_MS,
  });
  await expect.poll(() => whatIsOpen(page)).toEqual({ sockets: 0, tracks: 0 });
}

const whatIsOpen = (page: Page) =>
  page.evaluate(() => ({
    sockets: [...(globalThis.earshotWire?.sockets ?? [])].filter(({ readyState }) => readyState <= WebSocket.OPEN)
      .length,
    tracks: (globalThis.earshotEars?.tracks ?? []).filter(({ readyState }) => readyState === 'live').length,
  }));
