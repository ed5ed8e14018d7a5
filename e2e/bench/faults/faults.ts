import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from '../bench.ts';
import { figureOf, type Round } from '../figure.ts';
import { type Coding, signInBoth, startCoding } from './codingClinic.ts';
import { portOf, startClinic, type StartedClinic } from './startClinic.ts';

/** How long each fault lasts, in ms: longer than a lease, and than Socket.IO takes to give a connection up. */
const LASTS_MS = 12_000;

/** About as fast as people press. What waits while a fault lasts is sent when it ends, so more would meet the limits. */
const PRESS_EVERY_MS = 500;

/** Makes a fault, and ends it if it does not end by itself. */
type Fault = (clinic: StartedClinic) => Promise<void>;

const lasting = () => pause(LASTS_MS);

/** Faults of a clinic with one server. */
const OF_ONE: Readonly<Record<string, Fault>> = {
  async serverFrozen({ nodes: [server] }) {
    server?.freeze();
    await lasting();
    server?.thaw();
  },
  /** New connections work, as when a router forgets those that there are: it ends when both sides have noticed. */
  connectionsHalfOpen: async ({ front }) => front.halfOpen(),
  /** Of the wall clock: an hour back, and later forward again. */
  async clockJumps({ nodes: [server] }) {
    process.kill(server?.pid() ?? 0, 'SIGUSR2');
    await lasting();
    process.kill(server?.pid() ?? 0, 'SIGUSR2');
  },
  async connectionsSlow({ front }) {
    front.delay(1_500);
    await lasting();
    front.delay(0);
  },
};

/** The program of the one server, whose clock jumps at this signal. */
const ENTRY = 'e2e/bench/faults/jumpingServer.ts';

/** Faults of a clinic with two nodes on PostgreSQL. */
const OF_TWO: Readonly<Record<string, Fault>> = {
  /** Both believe for a while that they have the sessions: one that sleeps does not know that time has passed. */
  async nodeFrozen({ nodes: [first, second], front }) {
    if (first === undefined || second === undefined) throw new Error('There are two nodes.');
    first.freeze();
    front.prefer(portOf(second), portOf(first));
    front.cut();
    await lasting();
    first.thaw();
    await pause(1_000);
  },
  async databaseGone({ postgres }) {
    await postgres?.pause();
    await lasting();
    await postgres?.goOn();
  },
  async nodeStops({ nodes: [first, second], front }) {
    if (first === undefined || second === undefined) throw new Error('There are two nodes.');
    front.prefer(portOf(second), portOf(first));
    await first.terminate();
    await first.start();
  },
};

/** What is lost, doubled or reordered under each fault, and how long after its end everybody codes again. */
export const faults: Bench = async ({ rounds, say, keep }) => {
  const figures: Record<string, ReturnType<typeof figureOf>> = {};
  for (const [nodes, entry, all] of [
    [1, ENTRY, OF_ONE],
    [2, undefined, OF_TWO],
  ] as const) {
    const clinic = keep(await startClinic(nodes, entry), ({ stop }) => stop());
    const staff = await signInBoth(clinic);
    for (const [name, fault] of Object.entries(all)) {
      const [wrong, back]: [Round[], Round[]] = [[], []];
      for (let round = 1; round <= rounds; round += 1) {
        const coding = await startCoding(clinic, staff, PRESS_EVERY_MS);
        await coding.everybodyCodes();
        const backMs = await timeToComeBack(() => fault(clinic), coding);
        const { presses, lost, doubled, reordered } = await coding.end();
        wrong.push({ ours: lost + doubled + reordered });
        back.push({ ours: backMs });
        say(
          `${name}, round ${round}: ${JSON.stringify({ presses, lost, doubled, reordered, backMs: Math.round(backMs) })}`,
        );
      }
      figures[`${name}Wrong`] = figureOf(wrong, 'presses', { value: 0 });
      figures[`${name}BackMs`] = figureOf(back, 'ms', {});
    }
  }
  return figures;
};

async function timeToComeBack(fault: () => Promise<void>, coding: Coding): Promise<number> {
  await fault();
  const ended = performance.now();
  await coding.everybodyCodes();
  return performance.now() - ended;
}
