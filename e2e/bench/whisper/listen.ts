import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { mouthToEar } from './mouthToEar.ts';
import { record } from './soundTaps.ts';

/** The jitter buffer settles again in each call, in ms. */
const SETTLE_MS = 4_000;
const LISTEN_S = 11;
/** A call with fewer heard chirps counts as not measured. */
const LEAST_CHIRPS = 5;

/** How long each chirp of a call took from one page to the other, in ms. */
export async function listen(mouth: Page, ear: Page): Promise<number[]> {
  await pause(SETTLE_MS);
  const [said, heard] = await Promise.all([record(mouth, 'mouth', LISTEN_S), record(ear, 'ears', LISTEN_S)]);
  const delays = mouthToEar(said, heard);
  if (delays.length < LEAST_CHIRPS) throw new Error(`Only ${delays.length} chirps of a call were heard.`);
  return delays;
}
