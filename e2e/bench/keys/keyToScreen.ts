import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { type Earshot, startEarshot } from '../../earshot.ts';
import { startBareServer } from '../bare/startBareServer.ts';
import type { Bench } from '../bench.ts';
import { figureOf, type Target } from '../figure.ts';
import { openBrowser, openPage } from '../openBrowser.ts';
import { openConsole, openSupervision } from '../openSession.ts';
import { percentile } from '../statistics.ts';
import { coachingByWire } from '../wire/coachingByWire.ts';
import {
  installKeyTimes,
  pairTimes,
  type PressTimes,
  takeKeyTimes,
  watchOwnPresses,
  watchReceivedPresses,
} from './keyTimes.ts';

const PRESSES = 150;
/** Uneven pauses, so that presses meet frames at every phase. Below the code's rate limit. */
const SHORTEST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 90;
/** Long enough for the last press to be shown everywhere. */
const SETTLE_MS = 1_000;
/** Labeled praise and behavior description. */
const KEYS = ['4', '2'];

const FRAME_MS = 1_000 / 60;
const TOLD_TARGET_MS = 25;

type Pair = { readonly presser: Page; readonly watcher: Page };

/** From a key press to the coach's own screen and to the supervisor's, beside two baseline pages. */
export const keyToScreen: Bench = async ({ rounds, say, keep }) => {
  const earshot = keep(await startEarshot(), ({ stop }) => stop());
  const bareServer = keep(await startBareServer(), ({ stop }) => stop());
  const browser = keep(await openBrowser(), (opened) => opened.close());
  const session = keep(await coachingByWire(earshot), ({ leave }) => leave());
  // The pages belong to the same people and take over their places.
  session.coach.leave();
  const ours = await openOurs(earshot, browser);
  const bare = await openBare(bareServer.url, browser);

  await timePresses(ours);
  await timePresses(bare);
  const measured: { readonly ours: PressTimes; readonly bare: PressTimes }[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const times =
      round % 2 === 0
        ? { ours: await timePresses(ours), bare: await timePresses(bare) }
        : { bare: await timePresses(bare), ours: await timePresses(ours) };
    say(`round ${round} of ${rounds}: ${wordsOf(times.ours)} beside ${wordsOf(times.bare)}`);
    measured.push(times);
  }

  const figure = (which: keyof PressTimes, percent: number, target: Target, unit = 'ms') => {
    const of = (times: PressTimes) => percentile(times[which], percent);
    return figureOf(
      measured.map((times) => ({ ours: of(times.ours), bare: of(times.bare) })),
      unit,
      target,
    );
  };
  return {
    keyToSupervisorScreenP50: figure('toldMs', 50, {}),
    keyToSupervisorScreen: figure('toldMs', 99, { value: TOLD_TARGET_MS }),
    keyToSupervisorFrame: figure('toldFrameMs', 99, { value: TOLD_TARGET_MS + FRAME_MS }),
    keyToOwnScreenP50: figure('ownFrameMs', 50, {}),
    keyToOwnScreen: figure('ownFrameMs', 99, { value: FRAME_MS }),
    // Counts frames that the page started. A frame it was too busy to start shows only in the ms.
    keyToOwnScreenFrames: figure('ownFrames', 99, { value: 1 }, 'frames'),
  };
};

async function openOurs(earshot: Earshot, browser: Browser): Promise<Pair> {
  const pair = await openPair(browser);
  await openConsole(pair.presser, earshot);
  await openSupervision(pair.watcher, earshot);
  await watchOwnPresses(pair.presser.getByRole('region', { name: 'Codes', exact: true }));
  await watchReceivedPresses(pair.watcher.getByRole('region', { name: 'Last codes' }).getByRole('list'));
  return pair;
}

async function openBare(url: string, browser: Browser): Promise<Pair> {
  const pair = await openPair(browser);
  for (const page of [pair.presser, pair.watcher]) {
    await page.goto(url);
    await page.waitForFunction(() => document.title === 'Ready');
  }
  await watchOwnPresses(pair.presser.locator('#own'));
  await watchReceivedPresses(pair.watcher.locator('#told'));
  return pair;
}

async function openPair(browser: Browser): Promise<Pair> {
  const [presser, watcher] = [await openPage(browser), await openPage(browser)];
  for (const page of [presser, watcher]) await page.addInitScript(installKeyTimes);
  return { presser, watcher };
}

async function timePresses({ presser, watcher }: Pair): Promise<PressTimes> {
  await Promise.all([takeKeyTimes(presser), takeKeyTimes(watcher)]);
  for (let index = 0; index < PRESSES; index += 1) {
    await pause(SHORTEST_PAUSE_MS + Math.random() * (LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS));
    await presser.keyboard.press(KEYS[index % KEYS.length] ?? '4');
  }
  await pause(SETTLE_MS);
  return pairTimes(await takeKeyTimes(presser), await takeKeyTimes(watcher));
}

const wordsOf = ({ toldMs }: PressTimes) => `${percentile(toldMs, 50).toFixed(1)} ms`;
