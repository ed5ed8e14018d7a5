import { setTimeout as pause } from 'node:timers/promises';
import { type Earshot, startEarshot } from '../../earshot.ts';
import type { Bench, BenchTools } from '../bench.ts';
import { figureOf, type Round } from '../figure.ts';
import { percentile } from '../statistics.ts';
import { openWhispering, type Whispering } from '../whisper/openWhispering.ts';
import { heardSound } from './heardSound.ts';
import {
  BROWSERS_SEND_TO,
  CLEAN,
  type MediaRelay,
  type Path,
  SERVER_LISTENS_AT,
  startMediaRelay,
} from './mediaRelay.ts';

/** On the coach's way to the server, and again from there to the ear. */
const FAR_AWAY: Path = { delayMs: 40, jitterMs: 10, lost: 0.01 };
const NETWORK_MS = 2 * FAR_AWAY.delayMs;
/** Five percent on both ways together. */
const LOSSY: Path = { delayMs: 20, jitterMs: 5, lost: 0.025 };

const BEGINS_WITHIN_MS = 4_000;
const WHISPERS_FOR_MS = 30_000;

/** P2 and P3: a whisper over a network that delays, shakes and loses packets. */
export const whisperOverNetwork: Bench = async ({ rounds, say, keep }) => {
  const { earshot, relay } = await startBehindRelay(keep);
  const whispering = await openWhispering(earshot, keep);
  const [far, lossy]: [Round[], Round[]] = [[], []];
  for (let round = 1; round <= rounds; round += 1) {
    relay.take(CLEAN);
    const bare = percentile(await whispering.hear(), 95);
    relay.take(FAR_AWAY);
    const ours = percentile(await whispering.hear(), 95);
    far.push({ ours, bare });
    relay.take(LOSSY);
    const concealed = await concealedPercent(whispering);
    lossy.push({ ours: concealed });
    say(
      `round ${round}: p95 ${ours.toFixed(0)} ms far away, ${bare.toFixed(0)} ms here; ${concealed.toFixed(2)} % concealed`,
    );
  }
  return {
    whisperFarAway: figureOf(far, 'ms', { value: 150 }),
    whisperFarAwayAdded: figureOf(
      far.map(({ ours }) => ({ ours: ours - NETWORK_MS })),
      'ms',
      { value: 50 },
    ),
    whisperConcealed: figureOf(lossy, '%', { value: 1 }),
  };
};

/** Of what is heard in a whisper, once it has begun: while nobody speaks, a browser invents everything. */
async function concealedPercent({ whisper, ear }: Whispering): Promise<number> {
  const coach = await whisper();
  await pause(BEGINS_WITHIN_MS);
  const before = await heardSound(ear);
  await pause(WHISPERS_FOR_MS);
  const after = await heardSound(ear);
  await coach.context().close();
  return (100 * (after.concealed - before.concealed)) / Math.max(1, after.samples - before.samples);
}

/** A server to which all media go through a relay. */
export async function startBehindRelay(
  keep: BenchTools['keep'],
): Promise<{ readonly earshot: Earshot; readonly relay: MediaRelay }> {
  const settings = { MEDIA_LISTEN: SERVER_LISTENS_AT, MEDIA_ADDRESS: BROWSERS_SEND_TO };
  // It reports each worker that a bench kills.
  const earshot = keep(await startEarshot({ settings, onLog: () => undefined }), ({ stop }) => stop());
  const relay = keep(await startMediaRelay(earshot.mediaPorts), ({ stop }) => stop());
  return { earshot, relay };
}
