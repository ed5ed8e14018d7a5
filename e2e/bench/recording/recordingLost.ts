import { setTimeout as pause } from 'node:timers/promises';
import { startEarshot } from '../../earshot.ts';
import { lastPictureOf } from '../../lastPictureOf.ts';
import { expectRecording, reviewOf, takesOf } from '../../reviewSteps.ts';
import { nextStep } from '../../steps.ts';
import type { Bench } from '../bench.ts';
import { figureOf } from '../figure.ts';
import { median } from '../statistics.ts';
import { openRecorded } from './openRecorded.ts';

/** How often the server is killed. `BENCH_KILLS` changes it. */
const KILLS = Number(process.env['BENCH_KILLS'] ?? 10);
/** How much is recorded before it is killed again, in ms. */
const RECORDS_MS = 4_000;

/** R3: how much a recording lacks before a kill of the server. Throws if a take does not play. */
export const recordingLost: Bench = async ({ say, keep }) => {
  const earshot = keep(await startEarshot(), ({ stop }) => stop());
  const { coach, sessionId, close } = await openRecorded(earshot, keep);
  const killedAt: number[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    await pause(RECORDS_MS);
    killedAt.push(Date.now());
    await earshot.kill();
    await earshot.start();
    await expectRecording(coach);
  }
  await nextStep(coach, /start coding/i);
  await close();
  const began = new Date((await reviewOf(coach, sessionId)).startedAt).getTime();
  const takes = (await takesOf(coach, sessionId)).slice(0, KILLS);
  const lost: number[] = [];
  for (const [index, take] of takes.entries()) {
    lost.push((killedAt[index] ?? 0) - began - (await lastPictureOf(coach, sessionId, take)));
    say(`take ${index + 1} of ${KILLS} lacks its last ${lost.at(-1)?.toFixed(0)} ms`);
  }
  const figure = (ours: number, target: { readonly value?: number }) => figureOf([{ ours }], 'ms', target);
  return {
    recordingLostP50: figure(median(lost), {}),
    recordingLost: figure(Math.max(...lost), { value: 1_100 }),
  };
};
