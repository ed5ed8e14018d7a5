import { expect, type Page } from '@playwright/test';
import { DiaryLink, FamilyOverviews } from '#shared/protocol/http/families.ts';
import { SessionReport } from '#shared/protocol/http/report.ts';
import type { Earshot } from './earshot.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

/** What people do in a session, by roles and names on the screen only. */

/**
 * Opens a page of the navigation, and waits until it is there: until then the page before it is shown and can be
 * clicked, and may have a button of the same name.
 */
export async function openPage(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { name, exact: true, level: 1 })).toBeVisible();
}

/** The coach signs in by the demo's link, opens today's session, and joins after the device check. */
export async function openConsole(page: Page, { links }: Earshot): Promise<void> {
  await page.goto(links.therapist);
  await page.getByRole('link', { name: /^open/i }).first().click();
  await passDeviceCheck(page);
  await expect(page.getByRole('region', { name: 'Codes', exact: true })).toBeVisible();
}

/** The supervisor opens the same session and watches. */
export async function openSupervision(page: Page, { links }: Earshot): Promise<void> {
  await page.goto(links.supervisor);
  await page
    .getByRole('link', { name: /^observe/i })
    .first()
    .click();
  await passDeviceCheck(page);
  await expect(page.getByText('You are observing.')).toBeVisible();
}

/** Opens a family's link as a person does: only the tap uses it up. */
export async function openLink(page: Page, url: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(url);
  await page.getByRole('button', { name: 'Open on this device' }).click();
}

/** Opens a caregiver's diary by its link. */
export async function openDiary(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Open my diary here' }).click();
}

/** The family's laptop becomes the room device: camera and microphone, and never a sound. */
export async function openRoomDevice(page: Page, { links }: Earshot): Promise<void> {
  await openLink(page, links.parent);
  await passFamilyCheck(page, /earphones on my phone/i);
  await expect(page.getByRole('heading', { name: 'You are here, and everything works.' })).toBeVisible();
}

export async function passDeviceCheck(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^join/i }).click();
}

/** The family goes through the device check up to the connection. The browser already has permission. */
export async function reachConnectionCheck(page: Page, listening = /earphones on this device/i): Promise<void> {
  const pressContinue = () => page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'Your camera is on' })).toBeVisible();
  await pressContinue();
  await expect(page.getByRole('heading', { name: 'Your microphone is on' })).toBeVisible();
  await pressContinue();
  await page.getByRole('radio', { name: listening }).check();
  await pressContinue();
}

export async function passFamilyCheck(page: Page, listening?: RegExp): Promise<void> {
  await reachConnectionCheck(page, listening);
  await page.getByRole('button', { name: 'I’m ready' }).click();
}

/** The room's video plays: it has a size, and its time advances. */
export async function expectPictures(page: Page): Promise<void> {
  const readTime = () =>
    page.evaluate(() => {
      const [video] = [...document.querySelectorAll('video')].filter(({ videoWidth }) => videoWidth > 0);
      return video?.currentTime ?? 0;
    });
  await expect.poll(readTime).toBeGreaterThan(0);
  const seen = await readTime();
  // Another video may have replaced it, so its time may be lower.
  await expect.poll(readTime).not.toBe(seen);
}

/** Lets in whoever knocks, by keyboard. */
export async function letIn(coach: Page): Promise<void> {
  await expect(coach.getByRole('button', { name: /^let in/i })).toBeVisible();
  await coach.keyboard.press('Alt+a');
  await expect(coach.getByRole('button', { name: /^let in/i })).toBeHidden();
}

/** Waits until the coach sees and hears the room: earlier codes are outside the window. Rule WIN4. */
export async function waitUntilSeenAndHeard(room: Page): Promise<void> {
  await expect(room.getByText(/sees and hears you\.$/)).toBeVisible();
}

/** Waits until the room plays and the window's clock has run: a press right at the start would be dated before it. */
export async function waitUntilCoding(coach: Page, room: Page): Promise<void> {
  await expect(room.getByRole('heading', { name: 'Just play.' })).toBeVisible();
  // The room may be ahead of the console, whose clock still shows the end of the previous window.
  await expect.poll(() => secondsLeft(coach)).toBeGreaterThan(0);
  const before = await secondsLeft(coach);
  await expect.poll(() => secondsLeft(coach)).toBeLessThan(before);
}

/** The seconds left on the console's window clock. */
export async function secondsLeft(coach: Page): Promise<number> {
  const text = await coach.getByRole('region', { name: 'Coding time left' }).innerText();
  const [, minutes, seconds] = /(\d+):(\d\d)/.exec(text) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

/** The room shows a QR code; the phone that scans it becomes the ear. */
export async function pairEar(room: Page, ear: Page): Promise<void> {
  await room
    .getByRole('button', { name: /connect a phone/i })
    .first()
    .click();
  const show = room.getByRole('button', { name: 'Show the code' });
  if (await show.isVisible()) await show.click();
  const link = await room.getByText(/\/join#/).innerText();
  await openLink(ear, /https?:\/\/\S+#\S+/.exec(link)?.[0] ?? '');
  await ear.getByRole('button', { name: 'I’m ready' }).click();
}

/** The parent hears the tone in the ear and says so, while the room's microphone listens. */
export async function passEarCheck(ear: Page): Promise<void> {
  await ear
    .getByRole('button', { name: /check the earphone/i })
    .first()
    .click();
  await ear.getByRole('button', { name: /play the tone/i }).click();
  await ear.getByRole('button', { name: 'Yes, I heard it' }).click();
  await expect(ear.getByRole('heading', { name: 'Only you can hear it.' })).toBeVisible();
  await ear.getByRole('button', { name: 'Done' }).click();
}

/** The coach opens the console, the family joins with its room device, is let in, and the check-in starts. */
export async function startCheckIn(coach: Page, room: Page, earshot: Earshot): Promise<void> {
  await openConsole(coach, earshot);
  await openRoomDevice(room, earshot);
  await letIn(coach);
  await nextStep(coach, /start check-in/i);
}

/** Holds the talk key once the page says that the voice would be heard: before that, the key does nothing. */
export async function startTalking(page: Page): Promise<void> {
  const talk = page.getByRole('region', { name: 'Your voice' }).getByRole('button').first();
  await expect(talk).toHaveAttribute('aria-disabled', 'false');
  await page.keyboard.down('Space');
  await expect(talk).toHaveAttribute('aria-pressed', 'true');
}

export async function stopTalking(page: Page): Promise<void> {
  await page.keyboard.up('Space');
}

/** Takes the next step by keyboard and waits until the console shows the new phase. */
export async function nextStep(coach: Page, button: RegExp): Promise<void> {
  await expect(coach.getByRole('button', { name: button })).toBeVisible();
  await coach.keyboard.press('Shift+Enter');
}

/** Holds a button for as long as it takes to act. */
export async function hold(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).focus();
  await page.keyboard.down('Enter');
  await expect(page.getByRole('button', { name })).toBeHidden();
  await page.keyboard.up('Enter');
}

/** Presses the keys of codes one after the other, as fast as a practiced coder. */
export async function code(coach: Page, keys: string): Promise<void> {
  for (const key of keys) await coach.keyboard.press(key, { delay: 15 });
}

/** Presses the keys of a command sequence, each once the console shows the previous step; undefined is play. */
export async function follow(
  coach: Page,
  keys: readonly (readonly [key: string | undefined, step: string | undefined])[],
): Promise<void> {
  const panel = coach.getByRole('region', { name: 'Following through' });
  for (const [key, step] of keys) {
    if (key !== undefined) await coach.keyboard.press(key);
    if (step === undefined) await expect(panel).toBeHidden();
    else await expect(panel.getByRole('heading', { name: step, exact: true })).toBeVisible();
  }
}

/** The session's id, from the console's address. */
export function sessionIdOf(coach: Page): string {
  return /session\/([\w-]+)/.exec(coach.url())?.[1] ?? '';
}

/** The session's report from the server. */
export async function reportOf(coach: Page): Promise<SessionReport> {
  const answer = await coach.request.get(new URL(`/api/sessions/${sessionIdOf(coach)}/report`, coach.url()).href);
  return SessionReport.parse(await answer.json());
}

/** How often each code was given, in windows and outside. */
export async function codesGiven(coach: Page): Promise<Record<string, number>> {
  const { windows, countsOutside } = await reportOf(coach);
  const all: Record<string, number> = {};
  for (const counts of [...windows.map((window) => window.counts), countsOutside]) {
    for (const [given, count] of Object.entries(counts)) all[given] = (all[given] ?? 0) + count;
  }
  return all;
}

/** The pad's count of a code equals the report's. On a busy machine, a gap may have removed some codes. */
export async function expectCountOnPad(coach: Page, given: string, name: string): Promise<void> {
  await expect(async () => {
    const counted = (await reportOf(coach)).windows.at(-1)?.counts[given] ?? 0;
    const times = counted === 1 ? 'time' : 'times';
    await expect(coach.getByRole('button', { name: `${name}, ${counted} ${times}` })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
}

/** The address of the diary of the first caregiver of a family: the one of this name, or the first. */
export async function makeDiaryLink({ request }: Page, { url }: Earshot, name?: string): Promise<string> {
  const listed = await request.get(url + pathOf('families:list', { query: { family: name } }));
  const [family] = FamilyOverviews.parse(await listed.json()).families;
  const caregiver = family?.caregivers[0];
  if (family === undefined || caregiver === undefined) throw new Error('There is no such family.');
  const made = await request.post(url + pathOf('diary-links:make', { familyId: family.familyId }), {
    data: { caregiverId: caregiver.caregiverId },
  });
  return DiaryLink.parse(await made.json()).url;
}
