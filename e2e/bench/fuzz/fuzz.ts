import { join } from 'node:path';
import { z } from 'zod';
import { freePort } from '#server/network/freePort.ts';
import { startEarshot } from '../../earshot.ts';
import type { Bench } from '../bench.ts';
import { figureOf, type Target } from '../figure.ts';
import { percentile } from '../statistics.ts';
import { clinicUnderAttack } from './clinicUnderAttack.ts';
import { faultLines, isFaultAnswer } from './faults.ts';
import { fuzzRound } from './fuzzRound.ts';
import { liveSession } from './liveSession.ts';
import type { Stalls } from './stallMeter.ts';

const INPUTS = 1_000_000;
const LONGEST_STALL_MS = 250;

/** Hostile inputs by every way in, beside a session that must go on. Throws if the server ends or the coach is cut off. */
export const fuzz: Bench = async ({ rounds, say, keep }) => {
  const stallPort = await freePort('127.0.0.1');
  let faults = 0;
  const earshot = keep(
    await startEarshot({
      isEmpty: true,
      settings: {
        ...{ TRUSTED_PROXIES: '127.0.0.1', STALL_PORT: String(stallPort) },
        NODE_OPTIONS: `--import=${join(import.meta.dirname, 'stallMeter.ts')}`,
      },
      onLog(text) {
        const lines = faultLines(text);
        faults += lines.length;
        for (const line of lines) say(line);
      },
    }),
    ({ stop }) => stop(),
  );
  const clinic = await clinicUnderAttack(earshot);
  const session = keep(await liveSession(earshot.url, clinic), ({ leave }) => leave());
  await longestStalls(stallPort);

  const measured: (Stalls & { readonly pressMs: number; readonly faults: number })[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const stop = new AbortController();
    const attackers = await clinic.invite();
    const pressing = session.press(stop.signal);
    const how = { url: earshot.url, attackers, inputs: INPUTS / rounds, seed: round * 1e6 };
    const { sent, answers } = await fuzzRound(how);
    stop.abort();
    const times = await pressing;
    const failed = [...answers].filter(([answer]) => isFaultAnswer(answer));
    const lost = await session.lost();
    const stalls = await longestStalls(stallPort);
    measured.push({
      ...stalls,
      pressMs: percentile(times, 99),
      faults: faults + lost + failed.reduce((sum, [, count]) => sum + count, 0),
    });
    faults = 0;
    say(`round ${round} of ${rounds}: ${sent} inputs, ${times.length} presses, ${lost} lost`);
    say(`longest stall ${Math.round(stalls.clockMs)} ms by the clock, ${Math.round(stalls.workMs)} ms of work`);
    say([...answers].map(([answer, count]) => `${answer} ${count}`).join(', '));
  }
  const figure = (which: keyof (typeof measured)[number], unit: string, target: Target) =>
    figureOf(
      measured.map((round) => ({ ours: round[which] })),
      unit,
      target,
    );
  return {
    fuzzLongestStall: figure('clockMs', 'ms', { value: LONGEST_STALL_MS }),
    fuzzLongestWork: figure('workMs', 'ms', { value: LONGEST_STALL_MS }),
    fuzzKeyToAckP99: figure('pressMs', 'ms', {}),
    fuzzFaults: figure('faults', 'faults', { value: 0 }),
  };
};

/** The longest stalls of the server's event loop since this was asked before. */
async function longestStalls(port: number): Promise<Stalls> {
  const response = await fetch(`http://127.0.0.1:${port}`, { headers: { connection: 'close' } });
  return z.object({ clockMs: z.number(), workMs: z.number() }).parse(await response.json());
}
