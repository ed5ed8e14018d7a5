import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { freePort } from '#server/network/freePort.ts';
import { startEarshot } from '../../earshot.ts';
import { passDeviceCheck } from '../../steps.ts';
import type { Bench } from '../bench.ts';
import { figureOf } from '../figure.ts';
import { openBrowser, openPage } from '../openBrowser.ts';
import { addCookies } from '../openSession.ts';
import { median } from '../statistics.ts';
import { connectByWire } from '../wire/connectByWire.ts';
import { planSession } from '../wire/planSession.ts';
import { signInStaff } from '../wire/signInByWire.ts';
import type { Visitor } from '../wire/visitor.ts';
import { openEarOf, whisper } from '../whisper/whisperInto.ts';

/** Four hours of a clinic in which twelve sessions an hour are held. `BENCH_SESSIONS` makes it shorter. */
const SESSIONS_AN_HOUR = 12;
const SESSIONS = Number(process.env['BENCH_SESSIONS'] ?? 4 * SESSIONS_AN_HOUR);
const CODES = '4422334422';

/** What a server holds, between two sessions. */
type Held = { readonly memoryMb: number; readonly mediaMb: number; readonly handles: number };

/** Sessions one after the other: somebody joins, codes, whispers and leaves. What the server holds must not grow. */
export const soak: Bench = async ({ say, keep }) => {
  const watchPort = await freePort('127.0.0.1');
  const settings = {
    WATCH_PORT: String(watchPort),
    NODE_OPTIONS: `--expose-gc --import ${join(import.meta.dirname, 'collectGarbage.ts')}`,
  };
  const earshot = keep(await startEarshot({ settings }), ({ stop }) => stop());
  const browser = keep(await openBrowser(), (opened) => opened.close());
  const therapist = await signInStaff(earshot.url, earshot.links.therapist);
  const held: Held[] = [];
  for (let session = 1; session <= SESSIONS; session += 1) {
    await holdSession(earshot.url, therapist, browser, `Family ${session}`);
    held.push(await measure(watchPort, earshot.pid()));
    const { memoryMb, mediaMb, handles } = held.at(-1) ?? { memoryMb: 0, mediaMb: 0, handles: 0 };
    say(`${session} of ${SESSIONS}: ${memoryMb.toFixed(1)} MB, media ${mediaMb.toFixed(1)} MB, ${handles} handles`);
  }
  const growth = (of: keyof Held) => [{ ours: growthAnHour(held.map((one) => one[of])) }];
  return {
    soakMemory: figureOf(growth('memoryMb'), 'MB an hour', { value: 1 }),
    soakMediaMemory: figureOf(growth('mediaMb'), 'MB an hour', { value: 1 }),
    soakHandles: figureOf(growth('handles'), 'an hour', { value: 0 }),
  };
};

async function holdSession(url: string, therapist: Visitor, browser: Browser, name: string): Promise<void> {
  const { sessionId } = await planSession(url, therapist, name);
  const lead = await connectByWire(url, therapist.cookie(), { as: 'staff', sessionId });
  const ear = await openEarOf(lead, browser);
  const coach = await openPage(browser);
  await addCookies(coach, url, therapist.cookie());
  await coach.goto(`${url}/session/${sessionId}`);
  await passDeviceCheck(coach);
  await coach.getByRole('region', { name: 'Codes', exact: true }).waitFor();
  for (const key of CODES) await coach.keyboard.press(key);
  await whisper(coach, ear);
  await coach.keyboard.up('Space');
  await coach.context().close();
  await ear.context().close();
  const closing = await connectByWire(url, therapist.cookie(), { as: 'staff', sessionId });
  await closing.ask('feedback:start', {});
  await closing.ask('session:close', {});
  closing.leave();
}

async function measure(watchPort: number, pid: number): Promise<Held> {
  const metrics = await (await fetch(`http://127.0.0.1:${watchPort}/metrics`)).text();
  const sum = (name: string) =>
    [...metrics.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'gmu'))].reduce(
      (all, [, value]) => all + Number(value),
      0,
    );
  return {
    memoryMb: (sum('nodejs_heap_size_used_bytes') + sum('nodejs_external_memory_bytes')) / 1e6,
    mediaMb: sum('earshot_media_memory_bytes') / 1e6,
    // Files, sockets and ports alike.
    handles: (await readdir(`/proc/${pid}/fd`)).length,
  };
}

/** The first quarter warms up. From the middle of the second to the middle of the fourth. */
function growthAnHour(values: readonly number[]): number {
  const quarter = Math.floor(values.length / 4);
  const [early, late] = [values.slice(quarter, 2 * quarter), values.slice(3 * quarter)];
  const hours = (2 * quarter) / SESSIONS_AN_HOUR;
  return Math.max(0, (median(late) - median(early)) / hours);
}
