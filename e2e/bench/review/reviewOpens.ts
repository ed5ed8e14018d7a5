import type { Page } from '@playwright/test';
import type { SessionId } from '#shared/protocol/ids.ts';
import { type Earshot, startEarshot } from '../../earshot.ts';
import type { Bench } from '../bench.ts';
import { figureOf, type Round } from '../figure.ts';
import { openBrowser, openPage } from '../openBrowser.ts';
import { addCookies } from '../openSession.ts';
import { signInStaff } from '../wire/signInByWire.ts';
import { keepLongSession } from './keepLongSession.ts';

const CODES = 2_000;
const TARGET_MS = 500;

/** How long the review of a 60-minute session with 2,000 codes takes to open, with files in the browser's cache. */
export const reviewOpens: Bench = async ({ rounds, say, keep }) => {
  const earshot = keep(await startEarshot(), ({ stop }) => stop());
  const sessionId = (await keepLongSession(earshot, CODES)).sessionId;
  const browser = keep(await openBrowser(), (opened) => opened.close());
  const page = await openPage(browser);
  await openReview(page, earshot, sessionId);
  await timeToOpen(page, earshot.url, sessionId); // fills the cache

  const times: Round[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const ours = await timeToOpen(page, earshot.url, sessionId);
    say(`round ${round}: ${Math.round(ours)} ms`);
    times.push({ ours });
  }
  return { reviewOpensMs: figureOf(times, 'ms', { value: TARGET_MS }) };
};

/** Signs in the supervisor and opens the review for them permanently. */
async function openReview(page: Page, { url, links }: Earshot, sessionId: SessionId): Promise<void> {
  const { call, cookie } = await signInStaff(url, links.supervisor);
  await call('review:write', { sessionId, body: { type: 'review.open' } });
  await addCookies(page, url, cookie());
}

/** From the start of navigation until the transcript and the lanes are on the screen, by the page's own clock. */
async function timeToOpen(page: Page, url: string, sessionId: SessionId): Promise<number> {
  await page.goto(`${url}/session/${sessionId}/review`, { waitUntil: 'commit' });
  const opened = await page.waitForFunction(
    () => {
      const lanes = document.querySelector<HTMLCanvasElement>('[role=application] canvas');
      const line = document.querySelector('[data-transcript] [data-line]');
      return lanes !== null && lanes.style.height !== '' && line !== null && performance.now();
    },
    undefined,
    { polling: 'raf' },
  );
  return Number(await opened.jsonValue());
}
