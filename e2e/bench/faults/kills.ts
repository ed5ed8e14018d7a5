import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from '../bench.ts';
import { figureOf } from '../figure.ts';
import { type Coding, signInBoth, startCoding } from './codingClinic.ts';
import { inTurn } from './inTurn.ts';
import { portOf, startClinic, type StartedClinic } from './startClinic.ts';

/** How often a server is killed, and all connections are cut; with 2 nodes, on PostgreSQL. The long form: 600. */
const KILLS = Number(process.env['BENCH_KILLS'] ?? 20);
const NODES = Number(process.env['BENCH_NODES'] ?? 1);
/** Then others are begun, so that no session grows beyond what there is. */
const KILLS_A_SESSION = 20;
/** Faster than people press. */
const PRESS_EVERY_MS = 110;
/** How long everything works before the next cut and before the next kill, in ms. */
const WORKS_FOR_MS = 600;

/** R1: what is lost, doubled or reordered of acknowledged presses. */
export const kills: Bench = async ({ say, keep }) => {
  const clinic = keep(await startClinic(NODES), ({ stop }) => stop());
  const staff = await signInBoth(clinic);
  const sum = { presses: 0, lost: 0, doubled: 0, reordered: 0 };

  for (let done = 0; done < KILLS; done += KILLS_A_SESSION) {
    const coding = await startCoding(clinic, staff, PRESS_EVERY_MS);
    for (let kill = done; kill < Math.min(KILLS, done + KILLS_A_SESSION); kill += 1) {
      await cutAndKill(clinic, coding, kill);
    }
    const { presses, lost, doubled, reordered } = await coding.end();
    sum.presses += presses;
    sum.lost += lost;
    sum.doubled += doubled;
    sum.reordered += reordered;
    say(
      `${Math.min(KILLS, done + KILLS_A_SESSION)} of ${KILLS} kills and cuts, ${NODES} nodes: ${JSON.stringify(sum)}`,
    );
  }

  const rounds = (value: number) => [{ ours: value }];
  return {
    killsLost: figureOf(rounds(sum.lost), 'presses', { value: 0 }),
    killsDoubled: figureOf(rounds(sum.doubled), 'presses', { value: 0 }),
    killsReordered: figureOf(rounds(sum.reordered), 'presses', { value: 0 }),
  };
};

/** Cuts all connections, and soon after kills a server. Resolves once everybody codes again. */
async function cutAndKill({ front, nodes }: StartedClinic, coding: Coding, kill: number): Promise<void> {
  await pause(WORKS_FOR_MS * (0.5 + Math.random()));
  front.cut();
  await pause(WORKS_FOR_MS * (0.5 + Math.random()));
  const [node, ...others] = inTurn(nodes, kill);
  if (node === undefined) throw new Error('There is no node.');
  front.prefer(...others.map(portOf), portOf(node));
  await node.kill();
  const restarted = node.start();
  if (others.length === 0) await restarted;
  await coding.everybodyCodes();
  await restarted;
}
