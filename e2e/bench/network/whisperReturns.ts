import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { childrenOf } from '../../childrenOf.ts';
import type { Earshot } from '../../earshot.ts';
import type { Bench } from '../bench.ts';
import { figureOf, type Round } from '../figure.ts';
import { percentile } from '../statistics.ts';
import { openWhispering } from '../whisper/openWhispering.ts';
import { heardSound } from './heardSound.ts';
import { CLEAN, type MediaRelay } from './mediaRelay.ts';
import { startBehindRelay } from './whisperOverNetwork.ts';

/** Longer than a browser takes to give a connection up. */
const NOTHING_PASSES_MS = 10_000;
/** A coach who is not heard lets the key go and presses it again. */
const PRESS_AGAIN_MS = 250;
const TOO_LATE_MS = 60_000;
const SETTLES_MS = 2_000;

type Fault = (parts: { readonly earshot: Earshot; readonly relay: MediaRelay }) => Promise<void>;

const FAULTS: Readonly<Record<'workersKilled' | 'nothingPasses' | 'everybodyMoves', Fault>> = {
  workersKilled: async ({ earshot }) => {
    for (const pid of childrenOf(earshot.pid(), 'mediasoup-worker')) process.kill(pid, 'SIGKILL');
  },
  async nothingPasses({ relay }) {
    relay.take({ ...CLEAN, lost: 1 });
    await pause(NOTHING_PASSES_MS);
    relay.take(CLEAN);
  },
  everybodyMoves: async ({ relay }) => relay.moveEverybody(),
};

/** R2: how soon a whisper is heard again after media stopped. `BENCH_KILLS` sets how often. */
export const whisperReturns: Bench = async ({ say, keep }) => {
  const times = Number(process.env['BENCH_KILLS'] ?? 5);
  const behind = await startBehindRelay(keep);
  const { whisper, ear } = await openWhispering(behind.earshot, keep);
  const coach = await whisper();
  const back: Record<keyof typeof FAULTS, number[]> = { workersKilled: [], nothingPasses: [], everybodyMoves: [] };
  for (let time = 1; time <= times; time += 1) {
    for (const name of ['workersKilled', 'nothingPasses', 'everybodyMoves'] as const) {
      await pause(SETTLES_MS);
      await FAULTS[name](behind);
      const tookMs = await timeToBeHeard(coach, ear);
      back[name].push(tookMs);
      say(`${name}, ${time} of ${times}: heard again after ${tookMs.toFixed(0)} ms`);
    }
  }
  const p95 = (name: keyof typeof FAULTS): Round[] => [{ ours: percentile(back[name], 95) }];
  return {
    workerKilledToWhisper: figureOf(p95('workersKilled'), 'ms', { value: 3_000 }),
    nothingPassesToWhisper: figureOf(p95('nothingPasses'), 'ms', {}),
    everybodyMovesToWhisper: figureOf(p95('everybodyMoves'), 'ms', {}),
  };
};

/** More packets than were still under way. */
const HEARD_PACKETS = 5;

async function timeToBeHeard(coach: Page, ear: Page): Promise<number> {
  const began = performance.now();
  const { packets: before } = await heardSound(ear);
  let packets = before;
  for (let waited = 0; waited < TOO_LATE_MS; waited = performance.now() - began) {
    await pause(PRESS_AGAIN_MS);
    const next = (await heardSound(ear)).packets;
    if (next > packets && next > before + HEARD_PACKETS) return performance.now() - began;
    if (next <= packets) {
      await coach.keyboard.up('Space');
      await coach.keyboard.down('Space');
    }
    packets = Math.max(packets, next);
  }
  throw new Error('The whisper was not heard again.');
}
