import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { childrenOf } from './childrenOf.ts';
import { LOST_AFTER_MS } from '#shared/domain/sight.ts';
import { SessionId } from '#shared/protocol/ids.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import { keysIn } from '#server/storage/testing/keysOf.ts';
import type { Earshot } from './earshot.ts';
import { COACH_HZ, PHONE } from './people.ts';
import {
  code,
  codesGiven,
  expectPictures,
  hold,
  letIn,
  nextStep,
  openConsole,
  openRoomDevice,
  pairEar,
  passDeviceCheck,
  passEarCheck,
  reportOf,
  secondsLeft,
  sessionIdOf,
  startTalking,
  stopTalking,
  waitUntilCoding,
  waitUntilSeenAndHeard,
} from './steps.ts';
import { expectNoTone, expectTone, expectToneToEnd } from './tones.ts';
import { cutWire, installWire, mendWire } from './wire.ts';
import { test } from './story.ts';

let earshot: Earshot;
let coach: Page;
let room: Page;
let ear: Page;

test.beforeEach(async ({ earshot: server, people }) => {
  earshot = server;
  ({ page: coach } = await people.invite({ hertz: COACH_HZ }));
  ({ page: room } = await people.invite('the family'));
  ({ page: ear } = await people.invite('nothing', PHONE));
  await coach.addInitScript(installWire);
  await openConsole(coach, earshot);
  await openRoomDevice(room, earshot);
  await letIn(coach);
  await waitUntilSeenAndHeard(room);
  await pairEar(room, ear);
  await letIn(coach);
  await nextStep(coach, /start check-in/i);
  await passEarCheck(ear);
  await nextStep(coach, /start coding/i);
  await waitUntilCoding(coach, room);
  for (const page of [coach, room, ear]) await markPage(page);
});

/** A reload removes the mark. */
const markPage = (page: Page) => page.evaluate(() => document.body.setAttribute('data-marked', 'yes'));
const expectNotReloaded = (page: Page) => expect(page.locator('body')).toHaveAttribute('data-marked', 'yes');

const nothingWaits = () => expect(coach.getByText(/waiting to be sent/)).toBeHidden({ timeout: 30_000 });

/** The clock runs again, for longer than it takes to notice that nothing is seen or heard. Rule WIN4. */
async function expectClockToRun(): Promise<void> {
  const before = await secondsLeft(coach);
  await expect.poll(() => secondsLeft(coach)).toBeLessThan(before - LOST_AFTER_MS / 1_000);
}

/** How far a shown clock may be behind, in s: at both readings it shows whole seconds and is drawn once per second. */
const WHOLE_SECONDS = 2.5;

/** The window's clock, and the times between which it was read, in s. */
async function readClock() {
  const from = Date.now() / 1_000;
  const left = await secondsLeft(coach);
  return { left, from, to: Date.now() / 1_000 };
}

/** The log as it is on the disk. */
async function readLog(sessionId: string) {
  const { db, close } = openDatabase(join(earshot.dataFolder, 'earshot.sqlite'));
  try {
    return await createSqlFactLog(db, keysIn(earshot.dataFolder, db)).read(SessionId.parse(sessionId));
  } finally {
    await close();
  }
}

test('a server that is killed while coding comes back with every code, the clock and closed voices', async () => {
  const atStart = await readClock();
  await code(coach, '4444422222');
  await nothingWaits();

  const killed = earshot.kill();
  await code(coach, '33333');
  await killed;
  await expect(coach.getByText('Connection lost. Your codes are kept and will be sent.')).toBeVisible();
  await code(coach, '7777766666');
  await expect(coach.getByText(/waiting to be sent/)).toBeVisible();

  await earshot.start();
  await nothingWaits();
  await expectPictures(coach);
  await expectClockToRun();
  await code(coach, '1');
  await nothingWaits();

  await test.step('no code is lost and none is doubled; what was coded while nobody saw the family is outside the window', async () => {
    expect(await codesGiven(coach)).toEqual({ LP: 5, BD: 5, RF: 5, QU: 5, UP: 5, TA: 1 });
    const { windows, countsOutside } = await reportOf(coach);
    expect(windows).toMatchObject([{ counts: { LP: 5, BD: 5, TA: 1 } }]);
    expect(countsOutside).toMatchObject({ QU: 5, UP: 5 });
    const log = await readLog(sessionIdOf(coach));
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
    expect(log.filter(({ type }) => type === 'code.recorded')).toHaveLength(26);
  });

  await test.step('the clock is right: it stood still from the last that the log knew until everyone was back', async () => {
    const { windows } = await reportOf(coach);
    const stoodStill = windows
      .flatMap(({ stops }) => stops)
      .reduce((sum, { from, to }) => sum + (to - from) / 1_000, 0);
    const atEnd = await readClock();
    expect(stoodStill).toBeGreaterThan(0);
    const ran = atStart.left - atEnd.left;
    // The difference of two readings of a clock that shows whole seconds, however long each reading took.
    expect(ran).toBeGreaterThanOrEqual(atEnd.from - atStart.to - stoodStill - WHOLE_SECONDS);
    expect(ran).toBeLessThanOrEqual(atEnd.to - atStart.from - stoodStill + WHOLE_SECONDS);
  });

  await test.step('nobody reloaded, and the session goes on with the whisper heard again when it is opened again', async () => {
    for (const page of [coach, room, ear]) await expectNotReloaded(page);
    await hold(coach, /end coding early/i);
    await expectNoTone(ear, COACH_HZ);
    await startTalking(coach);
    await expectTone(ear, COACH_HZ);
    await expectNoTone(room, COACH_HZ);
    await stopTalking(coach);
  });

  await test.step('a whisper that is open when the server is killed stays closed until it is opened again', async () => {
    await startTalking(coach);
    await expectTone(ear, COACH_HZ);
    await earshot.kill();
    await earshot.start();
    await expect(coach.getByText('Connection lost. Your codes are kept and will be sent.')).toBeHidden();
    await expect(ear.getByRole('heading', { name: /listening for/i })).toBeVisible();
    await expectNoTone(ear, COACH_HZ);
    await stopTalking(coach);
    await startTalking(coach);
    await expectTone(ear, COACH_HZ);
    await stopTalking(coach);
    for (const page of [coach, room, ear]) await expectNotReloaded(page);
  });
});

test('media workers that die are replaced, and the session comes back by itself', async () => {
  await hold(coach, /end coding early/i);
  await startTalking(coach);
  await expectTone(ear, COACH_HZ);
  await stopTalking(coach);
  await expectToneToEnd(ear, COACH_HZ);

  for (const pid of workersOf(earshot.pid())) process.kill(pid, 'SIGKILL');
  await expect.poll(() => workersOf(earshot.pid()).length).toBe(2);
  await expectNoTone(ear, COACH_HZ);

  await expect(async () => {
    await stopTalking(coach);
    await startTalking(coach);
    await expectTone(ear, COACH_HZ);
  }).toPass({ timeout: 40_000 });
  await expectNoTone(room, COACH_HZ);
  await stopTalking(coach);
  await expectPictures(coach);
  for (const page of [coach, room, ear]) await expectNotReloaded(page);
});

test('a cut socket loses nothing: codes wait, and go with the time they were made', async () => {
  await code(coach, '44');
  await nothingWaits();
  await cutWire(coach);
  await expect(coach.getByText('Connection lost. Your codes are kept and will be sent.')).toBeVisible();
  // What was heard just before the cut still counts, and sound needs time to reach the coach.
  const cutAt = Date.now();
  await expect.poll(() => Date.now() - cutAt).toBeGreaterThan(LOST_AFTER_MS);
  await code(coach, '222');
  await coach.keyboard.press('5');
  await expect(coach.getByText('4 waiting to be sent')).toBeVisible();
  await test.step('while the coach is cut off the clock stands, the picture is old, and no press counts in the window', async () => {
    const before = await secondsLeft(coach);
    await expect(coach.getByText('Clock paused: cut off')).toBeVisible();
    await expect(coach.getByText(/Old picture, from/)).toBeVisible();
    await expect(coach.getByText('What you code now does not count in this window', { exact: false })).toBeVisible();
    await expect(coach.getByRole('button', { name: 'Behavior description, 0 times' })).toBeVisible();
    expect(await secondsLeft(coach)).toBe(before);
  });
  await mendWire(coach);
  await nothingWaits();
  expect(await codesGiven(coach)).toEqual({ LP: 2, BD: 2 });
  await expectNotReloaded(coach);

  await test.step('a coach page that is reloaded with unsent codes sends them', async () => {
    await cutWire(coach);
    await expect(coach.getByText('Connection lost. Your codes are kept and will be sent.')).toBeVisible();
    await code(coach, '33344');
    await expect(coach.getByText('5 waiting to be sent')).toBeVisible();
    await coach.reload();
    await passDeviceCheck(coach);
    // A page that reconnects shows nothing waiting until it has checked.
    await expect.poll(() => codesGiven(coach)).toEqual({ RF: 3, LP: 4, BD: 2 });
  });
});

const workersOf = (pid: number) => childrenOf(pid, 'mediasoup-worker');
