import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { barriersOn } from '../accessible.ts';
import type { Earshot } from '../earshot.ts';
import { LAPTOP, type People, PHONE } from '../people.ts';
import { installEyes } from './eyes.ts';
import { buttonsOutOfView } from './faults/buttonsOutOfView.ts';
import { coveredControls } from './faults/coveredControls.ts';
import { cutText } from './faults/cutText.ts';
import { smallTargets } from './faults/smallTargets.ts';
import { scrolledAway } from './faults/scrolledAway.ts';
import { overflowingElements } from './faults/overflowingElements.ts';

/** A laptop’s window at 200% zoom. Layout depends only on CSS pixels, so half the window is enough. */
const ZOOMED = { width: 683, height: 384 };

/** Layout is the same in light and dark, so it is read once per size. axe checks colors again in dark. */
const LOOKS = [
  { at: 'laptop', size: LAPTOP, scheme: 'light', reads: [glanceFaults, boxFaultsThatStay, axeFaults] },
  { at: 'laptop', size: LAPTOP, scheme: 'dark', reads: [] },
  { at: 'zoomed', size: ZOOMED, scheme: 'light', reads: [boxFaultsThatStay] },
  { at: 'phone', size: PHONE, scheme: 'light', reads: [] },
  { at: 'phone', size: PHONE, scheme: 'dark', reads: [boxFaultsThatStay, colorFaults] },
] as const;

const FAMILY_PAGES = /^\/(join|family|diary)/;
const [STAFF_TARGET_PX, FAMILY_TARGET_PX] = [24, 44];
/** How long a fault must last, in ms: a page that was just resized may still be moving. */
const STAYS_MS = 400;
/** How long a page may load before it is looked at as it is. */
const LOADS_MS = 5_000;

/** Visits states of screens and collects faults. If a folder is given, pictures are saved there. */
export function createGallery(folder = process.env['PICTURES']) {
  const faults: string[] = [];

  function tell(fault: string): void {
    faults.push(fault);
    console.log(`✗ ${fault}`);
  }

  async function look(page: Page, name: string): Promise<void> {
    const before = page.viewportSize() ?? LAPTOP;
    await loaded(page);
    for (const { at, size, scheme, reads } of LOOKS) {
      if (reads.length === 0 && folder === undefined) continue;
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: scheme });
      await page.evaluate(scrollBack);
      await stillness(page);
      if (folder !== undefined) await photograph(page, folder, `${name}.${at}.${scheme}.png`);
      for (const read of reads) {
        for (const fault of await read(page)) tell(`${name}, ${at} ${scheme}: ${fault}`);
      }
    }
    await page.setViewportSize(before);
    await page.emulateMedia({ colorScheme: 'light' });
  }

  return {
    look,
    miss: (name: string, error: unknown) => {
      tell(`${name}: not reached: ${String(error).replaceAll(/\s+/g, ' ').slice(0, 300)}`);
    },
    faults,
  };
}

export type Gallery = ReturnType<typeof createGallery>;

/** Looks at a page in a state. */
export type Look = Gallery['look'];

/** A sequence of states that share a server and browsers. */
export type Journey = (earshot: Earshot, people: People, gallery: Gallery) => Promise<void>;

/** Runs in the page: restores the scroll positions after reading boxes. */
function scrollBack(): void {
  for (const element of document.querySelectorAll('*')) {
    if (element.scrollTop > 0 || element.scrollLeft > 0) element.scrollTo(0, 0);
  }
}

/** A page that is still loading has not reached its state. A button that stays busy is a state of its own. */
const loaded = (page: Page) =>
  page
    .locator('.mantine-Loader-root')
    .first()
    .waitFor({ state: 'hidden', timeout: LOADS_MS })
    .catch(() => undefined);

const stillness = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    for (let frames = 0; frames < 3; frames++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });

async function photograph(page: Page, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, name.replaceAll(/[^\w.]+/g, '-')) });
}

function colorFaults(page: Page): Promise<string[]> {
  return axeFaults(page, ['color-contrast']);
}

async function axeFaults(page: Page, rules: readonly string[] = []): Promise<string[]> {
  return (await barriersOn(page, rules)).map(({ id, targets }) => `axe ${id}: ${targets.join(', ')}`);
}

async function glanceFaults(page: Page): Promise<string[]> {
  await page.evaluate(installEyes);
  return (await page.evaluate(scrolledAway)).map((fault) => `not in view at once: ${fault}`);
}

async function boxFaultsThatStay(page: Page): Promise<string[]> {
  const first = await boxFaults(page);
  if (first.length === 0) return [];
  await page.waitForTimeout(STAYS_MS);
  const still = new Set(await boxFaults(page));
  return first.filter((fault) => still.has(fault));
}

async function boxFaults(page: Page): Promise<string[]> {
  await page.evaluate(installEyes);
  const least = FAMILY_PAGES.test(new URL(page.url()).pathname) ? FAMILY_TARGET_PX : STAFF_TARGET_PX;
  const named = (kind: string, found: readonly string[]) => found.map((fault) => `${kind}: ${fault}`);
  return [
    ...named('out of view', await page.evaluate(buttonsOutOfView)),
    ...named('sticks out', await page.evaluate(overflowingElements)),
    ...named('text', await page.evaluate(cutText)),
    ...named('small', await page.evaluate(smallTargets, least)),
    ...named('control', await page.evaluate(coveredControls)),
  ];
}
