import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { RouteName } from '#shared/protocol/http/routes.ts';
import type { Sent } from '#shared/protocol/http/route.ts';
import { AS_IN_A_CLINIC, startPostgres } from '#server/storage/testing/startPostgres.ts';
import { sendRequest } from '#server/testing/sendRequest.ts';
import { freePort } from '#server/network/freePort.ts';
import { startEarshot } from '../../earshot.ts';
import type { Bench } from '../bench.ts';
import { figureOf, type Round } from '../figure.ts';
import type { Stalls } from '../fuzz/stallMeter.ts';
import { pressing } from '../keys/pressing.ts';
import { percentile } from '../statistics.ts';
import { type CoachingByWire, coachingByWire } from '../wire/coachingByWire.ts';
import { signInStaff } from '../wire/signInByWire.ts';
import { fillClinic, type Size } from './fillClinic.ts';

/** Ten years of a large clinic. `BENCH_SESSIONS` makes it smaller. */
const SESSIONS = Number(process.env['BENCH_SESSIONS'] ?? 20_000);
/** `BENCH_ENGINE=postgres`: in PostgreSQL instead of a file. */
const ENGINE = process.env['BENCH_ENGINE'] ?? 'sqlite';
const SIZE: Size = { families: Math.max(1, Math.round(SESSIONS / 40)), sessions: SESSIONS, factsEach: 125 };
const CALLS_EACH = 20;
/** A coach who presses all the time, and a list that is asked for as often. */
const PAUSE_MS = 40;

type Asked = readonly [name: RouteName, sent?: Sent];

const OF_COACHES: readonly Asked[] = [
  ['sessions:list'],
  ['sessions:list', { query: { group: 'coming' } }],
  ['sessions:list', { query: { group: 'earlier' } }],
  ['sessions:list', { query: { group: 'earlier', family: '0007' } }],
  ['needs:list'],
  ['families:list'],
  ['families:list', { query: { family: '0007' } }],
  ['reviews:list'],
  ['reviews:list', { query: { standing: 'done' } }],
  ['coders:list'],
];
const OF_ADMIN: readonly Asked[] = [
  ['caseloads:list'],
  ['people:list'],
  ['teams:list'],
  ['audit:list'],
  ['retention:list'],
];

/** How long lists take and how large they are, right after a start too, while somebody codes. P10. */
export const lists: Bench = async ({ rounds, say, keep }) => {
  const stallPort = await freePort('127.0.0.1');
  const postgres = ENGINE === 'postgres' ? keep(await startPostgres(AS_IN_A_CLINIC), ({ stop }) => stop()) : undefined;
  const settings = {
    ...(postgres && { DATABASE_URL: `${postgres.url}/postgres` }),
    STALL_PORT: String(stallPort),
    NODE_OPTIONS: `--import ${join(import.meta.dirname, '../fuzz/stallMeter.ts')}`,
  };
  const earshot = keep(await startEarshot({ settings }), ({ stop }) => stop());
  await earshot.kill();
  const { dataFolder } = earshot;
  const place = settings.DATABASE_URL ?? join(dataFolder, 'earshot.sqlite');
  await fillClinic({ place, dataFolder }, SIZE, say);

  let session: CoachingByWire | undefined;
  const slowest: Round[] = [];
  const largest: Round[] = [];
  const presses: Round[] = [];
  const memory: Round[] = [];
  const stalls: Round[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    await earshot.start();
    const { url, links } = earshot;
    session = session === undefined ? await coachingByWire(earshot) : await session.comeBack();
    const { coach, leave } = session;
    const nextPress = pressing(session);
    const people = [
      [(await signInStaff(url, links.therapist)).cookie(), OF_COACHES],
      [(await signInStaff(url, links.supervisor)).cookie(), OF_COACHES],
      [(await signInStaff(url, links.admin)).cookie(), OF_ADMIN],
    ] as const;
    await stallsOf(stallPort);
    const times = new Map<string, number[]>();
    const sizes = new Map<string, number>();
    const pressTimes: number[] = [];
    for (let call = 0; call < CALLS_EACH; call += 1) {
      for (const [cookie, asked] of people) {
        for (const [name, sent = {}] of asked) {
          const key = `${name} ${JSON.stringify(sent)}`;
          const pressed = timed(() => coach.ask('code:record', nextPress()));
          const listed = timed(async () => {
            const response = await sendRequest(url, name, sent, { cookie });
            if (!response.ok) throw new Error(`${name} answered ${response.status}`);
            sizes.set(key, (await response.arrayBuffer()).byteLength);
          });
          times.set(key, [...(times.get(key) ?? []), await listed]);
          pressTimes.push(await pressed);
          await pause(PAUSE_MS);
        }
      }
    }
    const byList = [...times].map(([key, ms]) => ({ key, ms: percentile(ms, 99) }));
    const worst = byList.toSorted((one, other) => other.ms - one.ms)[0];
    const [heaviest] = [...sizes].toSorted(([, one], [, other]) => other - one);
    say(
      `round ${round}: slowest ${worst?.key} ${worst?.ms.toFixed(1)} ms, largest ${heaviest?.[0]} ${heaviest?.[1]} B`,
    );
    slowest.push({ ours: worst?.ms ?? NaN });
    largest.push({ ours: (heaviest?.[1] ?? NaN) / 1_000 });
    presses.push({ ours: percentile(pressTimes, 99) });
    memory.push({ ours: await residentMb(earshot.pid()) });
    stalls.push({ ours: (await stallsOf(stallPort)).workMs });
    leave();
    await earshot.kill();
  }
  return {
    listsP99Ms: figureOf(slowest, 'ms', { value: 50 }),
    listsKb: figureOf(largest, 'kB', { value: 60 }),
    listsPressP99Ms: figureOf(presses, 'ms', { value: 10 }),
    listsMemoryMb: figureOf(memory, 'MB', { value: 300 }),
    listsStallMs: figureOf(stalls, 'ms', { value: 50 }),
  };
};

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

async function stallsOf(port: number): Promise<Stalls> {
  return (await (await fetch(`http://127.0.0.1:${port}`)).json()) as Stalls;
}

/** The most memory that a process ever had, as Linux counts it. */
async function residentMb(pid: number): Promise<number> {
  const [, kb] = /VmHWM:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kb) / 1_024;
}
