import { startEarshot } from '../../earshot.ts';
import { startBareServer } from '../bare/startBareServer.ts';
import type { Bench } from '../bench.ts';
import { figureOf, type Target } from '../figure.ts';
import { openPage } from '../openBrowser.ts';
import { percentile } from '../statistics.ts';
import { openBareCall } from './bareCall.ts';
import { listen } from './listen.ts';
import { openWhispering } from './openWhispering.ts';

const P50_TARGET: Target = { ratio: 1.1 };
const P95_TARGET: Target = { value: 60 };

/** From the coach's microphone to the parent's ear, with real pages and server, beside a baseline call. */
export const whisperMouthToEar: Bench = async ({ rounds, say, keep }) => {
  const earshot = keep(await startEarshot(), ({ stop }) => stop());
  const bareServer = keep(await startBareServer(), ({ stop }) => stop());
  const { coachBrowser, earBrowser, hear } = await openWhispering(earshot, keep);

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
      round % 2 === 0 ? { ours: await hear(), bare: await bare() } : { bare: await bare(), ours: await hear() };
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

const wordsOf = (delays: readonly number[]) => `${percentile(delays, 50).toFixed(1)} ms over ${delays.length} chirps`;
