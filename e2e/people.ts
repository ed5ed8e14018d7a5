import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page, TestInfo } from '@playwright/test';
import { makeFakeFamily } from '#tools/fakeFamily.ts';
import { ALLOWED, launchBrowser } from './launchBrowser.ts';
import { pulsedTone } from './pulsedTone.ts';
import { installEars } from './tones.ts';

/** The voices of a story, in Hz: tones that no other microphone makes, far above the family's voices. */
export const COACH_HZ = 6_600;
export const SUPERVISOR_HZ = 7_500;

type Person = { readonly page: Page; readonly browser: Browser };

type Device = {
  readonly width: number;
  readonly height: number;
  /** The time zone of its clock. */
  readonly timeZone?: string;
};

export const LAPTOP: Device = { width: 1366, height: 768 };
export const PHONE: Device = { width: 390, height: 844 };

/** What the fake microphone and camera of a person give. */
type Senses = { readonly hertz: number } | 'the family' | 'nothing';

/** How Chromium reports what a page's Content-Security-Policy does not allow. */
const BLOCKED = /Content Security Policy|Trusted(HTML|Script)/u;
/** Where the sockets of a cut wire lead (`wire.ts`). No policy allows it, and nobody is there. */
const NOWHERE = 'ws://127.0.0.1:9/';

/** Opens browsers for the people of one story, and closes them all. */
export async function invitePeople() {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-people-'));
  const browsers: Browser[] = [];
  const blocked: string[] = [];

  async function invite(senses: Senses, device: Device = LAPTOP): Promise<Person> {
    const browser = await launchBrowser(await sensesFlags(senses, folder));
    browsers.push(browser);
    const context = await browser.newContext({
      viewport: { width: device.width, height: device.height },
      reducedMotion: 'reduce',
      locale: 'en-US',
      permissions: ALLOWED,
      ...(device.timeZone !== undefined && { timezoneId: device.timeZone }),
    });
    context.on('console', (message) => {
      const text = message.text();
      if (BLOCKED.test(text) && !text.includes(NOWHERE)) blocked.push(`${message.page()?.url() ?? ''}: ${text}`);
    });
    const page = await context.newPage();
    await page.addInitScript(installEars);
    return { page, browser };
  }

  return {
    invite,
    /** The values of all cookies, which nobody else may see. */
    async cookies(): Promise<readonly string[]> {
      const contexts = browsers.flatMap((browser) => browser.contexts());
      return (await Promise.all(contexts.map((context) => context.cookies()))).flat().map(({ value }) => value);
    },
    /**
     * Closes all browsers. If the story failed, takes a picture of each page first. Throws if a page had something that
     * its security policy does not allow.
     */
    async goodbye(story?: TestInfo) {
      if (story !== undefined && story.status !== story.expectedStatus)
        await Promise.all(browsers.map((browser) => keepPicture(browser, story)));
      await Promise.all(browsers.map((browser) => browser.close()));
      await rm(folder, { recursive: true, force: true });
      if (blocked.length > 0) throw new Error(`The security policy blocked:\n${blocked.join('\n')}`);
    },
  };
}

async function keepPicture(browser: Browser, story: TestInfo): Promise<void> {
  for (const page of browser.contexts().flatMap((context) => context.pages())) {
    const name = `${new URL(page.url()).pathname.replaceAll('/', '-')}-${browser.contexts().length}`;
    await story.attach(name, { body: await page.screenshot(), contentType: 'image/png' });
  }
}

export type People = Awaited<ReturnType<typeof invitePeople>>;

async function sensesFlags(senses: Senses, folder: string): Promise<string[]> {
  if (senses === 'nothing') return [];
  if (senses === 'the family') {
    const { audio, video } = await makeFakeFamily();
    return [`--use-file-for-fake-audio-capture=${audio}`, `--use-file-for-fake-video-capture=${video}`];
  }
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${senses.hertz}.wav`);
  await writeFile(file, pulsedTone(senses.hertz));
  return [`--use-file-for-fake-audio-capture=${file}`];
}
