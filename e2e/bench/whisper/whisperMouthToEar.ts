import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { encodeWav } from '#tools/fake-family/wav.ts';
import { startEarshot } from '../../earshot.ts';
import { startBareServer } from '../bare/startBareServer.ts';
import type { Bench } from '../bench.ts';
import { figureOf, type Target } from '../figure.ts';
import { openBrowser, openPage } from '../openBrowser.ts';
import { percentile } from '../statistics.ts';
import { openBareCall } from './bareCall.ts';
import { chirpSound } from './chirps.ts';
import { mouthToEar } from './mouthToEar.ts';
import { record } from './soundTaps.ts';
import { openEar, openWhisper } from './whisperInto.ts';

const P50_TARGET: Target = { ratio: 1.1 };
const P95_TARGET: Target = { value: 60 };

const SOUND_S = 60;
/** The jitter buffer settles again in each call, in ms. */
const SETTLE_MS = 4_000;
const LISTEN_S = 11;
/** A call with fewer heard chirps counts as not measured. */
const LEAST_CHIRPS = 5;

/** From the coach's microphone to the parent's ear, with real pages and server, beside a baseline call. */
export const whisperMouthToEar: Bench = async ({ rounds, say, keep }) => {
  const folder = keep(await mkdtemp(join(tmpdir(), 'earshot-chirps-')), (path) => rm(path, { recursive: true }));
  const wav = join(folder, 'chirps.wav');
  await writeFile(wav, encodeWav(chirpSound(SOUND_S, Math.random).sound));
  const earshot = keep(await startEarshot(), ({ stop }) => stop());
  const bareServer = keep(await startBareServer(), ({ stop }) => stop());
  const coachBrowser = keep(await openBrowser(wav), (browser) => browser.close());
  const earBrowser = keep(await openBrowser(), (browser) => browser.close());
  const ear = await openEar(earshot, earBrowser);

  async function ours(): Promise<number[]> {
    const coach = await openWhisper(earshot, coachBrowser, ear);
    const delays = await listen(coach, ear);
    await coach.context().close();
    return delays;
  }

  async function bare(): Promise<number[]> {
    const [mouth, listener] = [await openPage(coachBrowser), await openPage(earBrowser)];
    await Promise.all([mouth, listener].map((page) => page.goto(bareServer.url)));
    await openBareCall(mouth, listener);
    const delays = await listen(mouth, listener);
    await Promise.all([mouth, listener].map((page) => page.context().close()));
    return delays;
  }

  const calls: { readonly ours: number[]; readonly bare: number[] }[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const call =
      round % 2 === 0 ? { ours: await ours(), bare: await bare() } : { bare: await bare(), ours: await ours() };
    say(`round ${round} of ${rounds}: ${wordsOf(call.ours)} beside ${wordsOf(call.bare)}`);
    calls.push(call);
  }
  const figure = (percent: number, target: Target) =>
    figureOf(
      calls.map((call) => ({ ours: percentile(call.ours, percent), bare: percentile(call.bare, percent) })),
      'ms',
      target,
    );
  return { whisperMouthToEar: figure(50, P50_TARGET), whisperMouthToEarP95: figure(95, P95_TARGET) };
};

/** How long each chirp of a call took, in ms. */
async function listen(mouth: Page, ear: Page): Promise<number[]> {
  await pause(SETTLE_MS);
  const [said, heard] = await Promise.all([record(mouth, 'mouth', LISTEN_S), record(ear, 'ears', LISTEN_S)]);
  const delays = mouthToEar(said, heard);
  if (delays.length < LEAST_CHIRPS) throw new Error(`Only ${delays.length} chirps of a call were heard.`);
  return delays;
}

const wordsOf = (delays: readonly number[]) => `${percentile(delays, 50).toFixed(1)} ms over ${delays.length} chirps`;
