import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { freePort } from '#server/network/freePort.ts';
import { startEarshot } from '../../earshot.ts';
import type { Bench } from '../bench.ts';
import { figureOf, type Round } from '../figure.ts';
import { percentile } from '../statistics.ts';
import { openWhispering } from '../whisper/openWhispering.ts';

/** As many as a server with two cores is to carry. `BENCH_SESSIONS` changes it. */
const SESSIONS = Number(process.env['BENCH_SESSIONS'] ?? 80);
/** How much later the slowest whispers may be heard beside them, in ms. */
const LATER_MS = 20;
const MOST_DROPPED_PERCENT = 0.01;

const Streams = z.array(z.object({ port: z.int(), ssrc: z.int(), payloadType: z.int(), kind: z.string() }));
const Figures = z.object({ cpuMs: z.number(), received: z.number() });

/** P7: a whisper between real pages, beside sessions that are only packets, and what of those is dropped. */
export const whisperUnderLoad: Bench = async ({ rounds, say, keep }) => {
  const loadPort = await freePort('127.0.0.1');
  const settings = { LOAD_PORT: String(loadPort) };
  const earshot = keep(await startEarshot({ entry: 'e2e/bench/load/loadedServer.ts', settings }), ({ stop }) => stop());
  const ask = async (path: string): Promise<unknown> => (await fetch(`http://127.0.0.1:${loadPort}${path}`)).json();
  const streams = Streams.parse(await ask(`/open?sessions=${SESSIONS}`));
  const ports = new Set([...earshot.mediaPorts, ...streams.map(({ port }) => port)]);
  const generator = keep(await startGenerator(streams), ({ stop }) => stop());
  const whispering = await openWhispering(earshot, keep);

  const later: Round[] = [];
  const dropped: Round[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    await generator.tell('off');
    const bare = percentile(await whispering.hear(), 95);
    const [sentBefore, before, lostBefore] = [
      await generator.tell('on'),
      Figures.parse(await ask('/figures')),
      await drops(ports),
    ];
    const ours = percentile(await whispering.hear(), 95);
    const [sent, after, lost] = [await generator.tell('on'), Figures.parse(await ask('/figures')), await drops(ports)];
    const percent = (100 * (lost - lostBefore)) / Math.max(1, sent - sentBefore);
    const cpu = ((after.cpuMs - before.cpuMs) * 1_000) / Math.max(1, after.received - before.received);
    later.push({ ours: Math.max(0, ours - bare), bare });
    dropped.push({ ours: percent });
    say(
      `round ${round}: p95 ${ours.toFixed(1)} ms beside ${SESSIONS} sessions, ${bare.toFixed(1)} ms without; ${sent - sentBefore} packets, ${percent.toFixed(3)} % dropped, ${cpu.toFixed(1)} µs each`,
    );
  }
  return {
    whisperLaterUnderLoad: figureOf(
      later.map(({ ours }) => ({ ours })),
      'ms',
      { value: LATER_MS },
    ),
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

async function startGenerator(streams: unknown) {
  const script = join(import.meta.dirname, 'rtpGenerator.ts');
  const child = spawn(process.execPath, [script, JSON.stringify(streams)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout });
  return {
    tell: async (what: 'on' | 'off'): Promise<number> => {
      const answered = once(answers, 'line');
      child.stdin.write(`${what}\n`);
      return Number((await answered)[0]);
    },
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}
