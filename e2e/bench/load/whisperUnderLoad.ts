import { readFile } from 'node:fs/promises';
import { freePort } from '#server/network/freePort.ts';
import { startEarshot } from '../../earshot.ts';
import type { Bench } from '../bench.ts';
import { figureOf, type Round } from '../figure.ts';
import { percentile } from '../statistics.ts';
import { openWhispering } from '../whisper/openWhispering.ts';
import { generateLoad } from './generateLoad.ts';

/** As many as a server with two cores is to carry. `BENCH_SESSIONS` changes it. */
const SESSIONS = Number(process.env['BENCH_SESSIONS'] ?? 80);
/** How much later the slowest whispers may be heard beside them, in ms. */
const LATER_MS = 20;
const MOST_DROPPED_PERCENT = 0.01;

/** P7: a whisper between real pages, beside sessions that are only packets, and what of those is dropped. */
export const whisperUnderLoad: Bench = async ({ rounds, say, keep }) => {
  const loadPort = await freePort('127.0.0.1');
  const settings = { LOAD_PORT: String(loadPort) };
  const earshot = keep(await startEarshot({ entry: 'e2e/bench/load/loadedServer.ts', settings }), ({ stop }) => stop());
  const load = await generateLoad(loadPort, SESSIONS, keep);
  const ports = new Set([...earshot.mediaPorts, ...load.ports]);
  const whispering = await openWhispering(earshot, keep);

  const later: Round[] = [];
  const dropped: Round[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    await load.turn('off');
    const bare = percentile(await whispering.hear(), 95);
    const [sentBefore, lostBefore] = [await load.turn('on'), await drops(ports)];
    const ours = percentile(await whispering.hear(), 95);
    const [sent, lost] = [await load.turn('on'), await drops(ports)];
    const percent = (100 * (lost - lostBefore)) / Math.max(1, sent - sentBefore);
    later.push({ ours: Math.max(0, ours - bare) });
    dropped.push({ ours: percent });
    say(
      `round ${round}: p95 ${ours.toFixed(1)} ms beside ${SESSIONS} sessions, ${bare.toFixed(1)} ms without; ${sent - sentBefore} packets, ${percent.toFixed(3)} % dropped`,
    );
  }
  return {
    whisperLaterUnderLoad: figureOf(later, 'ms', { value: LATER_MS }),
    droppedUnderLoad: figureOf(dropped, '%', { value: MOST_DROPPED_PERCENT }),
  };
};

/** How many datagrams the system has dropped because the socket of one of these ports was full. */
async function drops(ports: ReadonlySet<number>): Promise<number> {
  const [, ...lines] = (await readFile('/proc/net/udp', 'utf8')).trim().split('\n');
  return lines
    .map((line) => line.trim().split(/\s+/u))
    .filter(([, local = '']) => ports.has(parseInt(local.split(':')[1] ?? '', 16)))
    .reduce((sum, columns) => sum + Number(columns.at(-1)), 0);
}
