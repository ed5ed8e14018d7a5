import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#server/network/freePort.ts';
import { startEarshot } from '../../earshot.ts';
import type { Bench } from '../bench.ts';
import { figureOf, type Round } from '../figure.ts';
import { generateLoad, type Load } from './generateLoad.ts';

/** Few enough that the machine is not full. */
const SESSIONS = 10;
const MEASURED_MS = 8_000;
/** The first packets find cold caches. */
const WARMS_UP_MS = 1_000;

/** P6: the processor time of media workers for each packet, with the server's settings and without. */
export const forwardingCost: Bench = async ({ rounds, say, keep }) => {
  const [ourPort, barePort] = [await freePort('127.0.0.1'), await freePort('127.0.0.1')];
  const settings = { LOAD_PORT: String(ourPort) };
  keep(await startEarshot({ entry: 'e2e/bench/load/loadedServer.ts', settings }), ({ stop }) => stop());
  const env = { ...process.env, LOAD_PORT: String(barePort) };
  const bareWorkers = spawn(process.execPath, ['e2e/bench/load/bareWorkers.ts'], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  keep(bareWorkers, (child) => child.kill());
  await once(bareWorkers.stdout, 'data');
  const [ours, bare] = [await generateLoad(ourPort, SESSIONS, keep), await generateLoad(barePort, SESSIONS, keep)];

  const measured: Round[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const both =
      round % 2 === 0
        ? { ours: await costOf(ours), bare: await costOf(bare) }
        : { bare: await costOf(bare), ours: await costOf(ours) };
    say(`round ${round}: ${both.ours.toFixed(2)} µs a packet beside ${both.bare.toFixed(2)} µs`);
    measured.push(both);
  }
  return { forwardingCost: figureOf(measured, 'µs', { ratio: 1.05 }) };
};

/** In µs of processor time for each packet that was received and passed on. */
async function costOf(load: Load): Promise<number> {
  await load.turn('on');
  await pause(WARMS_UP_MS);
  const before = await load.done();
  await pause(MEASURED_MS);
  const after = await load.done();
  await load.turn('off');
  return ((after.cpuMs - before.cpuMs) * 1_000) / Math.max(1, after.received - before.received);
}
