import { setTimeout as pause } from 'node:timers/promises';
import { codeErrors } from '../../codeErrors.ts';
import { startEarshot } from '../../earshot.ts';
import { pressOnFrames } from '../../pressOnFrames.ts';
import { takesOf } from '../../reviewSteps.ts';
import { nextStep } from '../../steps.ts';
import type { Bench } from '../bench.ts';
import { figureOf } from '../figure.ts';
import { percentile } from '../statistics.ts';
import { openRecorded } from './openRecorded.ts';

const PRESSES = 60;
const APART_MS = 700;
/** Sound and picture are in sync only some seconds after they started. */
const SETTLES_MS = 8_000;

/** P8: how far a code stands from the picture that it was pressed on, in the recording. One session is one round. */
export const codeOnPicture: Bench = async ({ say, keep }) => {
  const earshot = keep(await startEarshot(), ({ stop }) => stop());
  const { coach, sessionId, close } = await openRecorded(earshot, keep);
  await nextStep(coach, /start coding/i);
  await pause(SETTLES_MS);
  const pressedOn = await pressOnFrames(coach, { key: '4', times: PRESSES, apartMs: APART_MS });
  await close();
  const take = (await takesOf(coach, sessionId)).find(({ recorder }) => recorder === 'room');
  if (take === undefined) throw new Error('Nothing was recorded.');
  const errors = await codeErrors(coach, { sessionId, take, pressedOn });
  if (errors.length < PRESSES / 2) throw new Error(`Only ${errors.length} presses were found in the recording.`);
  say(`${errors.length} presses`);
  const figure = (percent: number, target: { readonly value?: number }) =>
    figureOf([{ ours: percentile(errors, percent) }], 'ms', target);
  return { codeOnPictureP50: figure(50, {}), codeOnPicture: figure(95, { value: 33 }) };
};
