import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from '../bench.ts';
import { figureOf } from '../figure.ts';
import { percentile } from '../statistics.ts';
import { type Coding, signInBoth, startCoding } from './codingClinic.ts';
import { inTurn } from './inTurn.ts';
import { portOf, startClinic, type StartedClinic } from './startClinic.ts';

const KILLS = Number(process.env['BENCH_KILLS'] ?? 50);
const NODES = Number(process.env['BENCH_NODES'] ?? 1);
/** Twice as often as a coder presses who is busy. */
const PRESS_EVERY_MS = 1_000;
const WORKS_FOR_MS = 3_000;

/**
 * R2: twelve people code in six sessions, a server is killed, and each presses at that moment: how long until the press is
 * acknowledged. One server starts again at once; of several nodes, another one takes over.
 */
export const codingReturns: Bench = async ({ say, keep }) => {
  const clinic = keep(await startClinic(NODES), ({ stop }) => stop());
  const coding = await startCoding(clinic, await signInBoth(clinic), PRESS_EVERY_MS);
  const [each, last]: [number[], number[]] = [[], []];
  for (let kill = 0; kill < KILLS; kill += 1) {
    await pause(WORKS_FOR_MS * (0.5 + Math.random()));
    const waited = await killWhileCoding(clinic, coding, kill);
    each.push(...waited);
    last.push(Math.max(...waited));
    if (kill % 10 === 9) say(`${kill + 1} of ${KILLS} kills: ${percentile(each, 95).toFixed(0)} ms (p95)`);
  }
  await coding.end();
  return {
    killToAckP95: figureOf([{ ours: percentile(each, 95) }], 'ms', { value: 1_500 }),
    killToAckMedian: figureOf([{ ours: percentile(each, 50) }], 'ms', {}),
    killToAckOfLastP95: figureOf([{ ours: percentile(last, 95) }], 'ms', {}),
  };
};

/** Resolves to the ms from the kill until each person's press is acknowledged. */
async function killWhileCoding(
  { front, nodes }: StartedClinic,
  coding: Coding,
  kill: number,
): Promise<readonly number[]> {
  const [node, ...others] = inTurn(nodes, kill);
  if (node === undefined) throw new Error('There is no node.');
  front.prefer(...others.map(portOf), portOf(node));
  const dead = node.kill();
  const waited = coding.pressOnce();
  await dead;
  // Nodes have machines of their own: the lost one does not start again beside what takes over.
  const restarted = others.length === 0 ? node.start() : undefined;
  const times = await waited;
  await (restarted ?? node.start());
  return times;
}
