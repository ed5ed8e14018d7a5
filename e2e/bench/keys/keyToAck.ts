import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import type { InputOf } from '#shared/protocol/contract.ts';
import { startEarshot } from '../../earshot.ts';
import { startBareServer } from '../bare/startBareServer.ts';
import type { Bench } from '../bench.ts';
import { figureOf, type Target } from '../figure.ts';
import { percentile } from '../statistics.ts';
import type { Attendant } from '../wire/connectByWire.ts';
import { coachingByWire } from '../wire/coachingByWire.ts';
import { pressing } from './pressing.ts';

const PRESSES = 2_000;
/** Pause between measurements, so that both servers are equally warm. Slow enough for the code's rate limit. */
const PAUSE_MS = 12;
const WARM_UP_PRESSES = 50;

const P50_TARGET: Target = { ratio: 3 };
const P99_TARGET: Target = { value: 10, ratio: 3 };

/** How long presses took in ms: ours, and the sum of a baseline round trip and insert. */
type Presses = { readonly ours: number[]; readonly bare: number[] };

/** From a press leaving the client until the client knows that it is saved, without a page. */
export const keyToAck: Bench = async ({ rounds, say, keep }) => {
  const earshot = keep(await startEarshot(), ({ stop }) => stop());
  const bareServer = keep(await startBareServer(), ({ stop }) => stop());
  const session = keep(await coachingByWire(earshot), ({ leave }) => leave());
  const bare = keep(io(bareServer.url, { transports: ['websocket'] }), (socket) => socket.disconnect());
  const nextPress = pressing(session);

  await measure(session.coach, nextPress, bare, WARM_UP_PRESSES);
  const measured: Presses[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const times = await measure(session.coach, nextPress, bare, Math.ceil(PRESSES / rounds));
    say(`round ${round} of ${rounds}: ${wordsOf(times.ours)} beside ${wordsOf(times.bare)}`);
    measured.push(times);
  }
  const figure = (percent: number, target: Target) =>
    figureOf(
      measured.map((times) => ({ ours: percentile(times.ours, percent), bare: percentile(times.bare, percent) })),
      'ms',
      target,
    );
  return { keyToAckP50: figure(50, P50_TARGET), keyToAckP99: figure(99, P99_TARGET) };
};

/** Measures ours and the baseline in turns, each first equally often. */
async function measure(coach: Attendant, nextPress: () => InputOf<'code:record'>, bare: Socket, count: number) {
  const times: Presses = { ours: [], bare: [] };
  for (let index = 0; index < count; index += 1) {
    const press = nextPress();
    const turns = [
      async () => times.ours.push(await timeOurs(coach, press)),
      async () => times.bare.push(await timeBare(bare, press)),
    ];
    for (const turn of index % 2 === 0 ? turns : turns.toReversed()) {
      await pause(PAUSE_MS);
      await turn();
    }
  }
  return times;
}

async function timeOurs(coach: Attendant, press: InputOf<'code:record'>): Promise<number> {
  const began = performance.now();
  await coach.ask('code:record', press);
  return performance.now() - began;
}

/** A baseline round trip with a press's content, and the server's time for an insert of the same. */
async function timeBare(bare: Socket, press: InputOf<'code:record'>): Promise<number> {
  const began = performance.now();
  await bare.emitWithAck('echo', press);
  const roundTrip = performance.now() - began;
  return roundTrip + z.number().parse(await bare.emitWithAck('insert', press));
}

const wordsOf = (times: readonly number[]) => `${percentile(times, 50).toFixed(2)} ms`;
