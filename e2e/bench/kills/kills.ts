import { setTimeout as pause } from 'node:timers/promises';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import type { CaregiverId, SessionId } from '#shared/protocol/ids.ts';
import type { Bench } from '../bench.ts';
import { figureOf } from '../figure.ts';
import { percentile } from '../statistics.ts';
import { startCoaching } from '../wire/coachingByWire.ts';
import { connectByWire } from '../wire/connectByWire.ts';
import { planSession } from '../wire/planSession.ts';
import { signInStaff } from '../wire/signInByWire.ts';
import type { Visitor } from '../wire/visitor.ts';
import { type LogFaults, logFaults } from './logFaults.ts';
import { type Coder, openCoder } from './openCoder.ts';
import { portOf, startClinic, type StartedClinic } from './startClinic.ts';

/** How often a server is killed, and all connections are cut; with 2 nodes, on PostgreSQL. The long form: 600. */
const KILLS = Number(process.env['BENCH_KILLS'] ?? 20);
const NODES = Number(process.env['BENCH_NODES'] ?? 1);
const SESSIONS = 6;
/** Then others are begun, so that no session grows beyond what there is. */
const KILLS_A_SESSION = 20;
/** Faster than hands, and in all their sessions together below `PERSON_RATE`. */
const PRESS_EVERY_MS = 110;
/** How long everything works before the next cut and before the next kill, in ms. */
const WORKS_FOR_MS = 600;
const SETTLES_WITHIN_MS = 120_000;

/** A session in coaching, with two who code in it. */
type Coded = { readonly sessionId: SessionId; readonly caregiverId: CaregiverId; readonly coders: readonly Coder[] };

/** R1: what is lost, doubled or reordered of acknowledged presses. R2: how soon after a kill the first is acknowledged. */
export const kills: Bench = async ({ say, keep }) => {
  const clinic = keep(await startClinic(NODES), ({ stop }) => stop());
  const visitors = await signInBoth(clinic);
  const back: number[] = [];
  const sum = { presses: 0, lost: 0, doubled: 0, reordered: 0 };

  for (let done = 0; done < KILLS; done += KILLS_A_SESSION) {
    const sessions = await openSessions(clinic, visitors);
    const stop = new AbortController();
    const pressing = sessions.map((session) => pressUntil(stop.signal, session));
    for (let kill = done; kill < Math.min(KILLS, done + KILLS_A_SESSION); kill += 1) {
      back.push(await cutAndKill(clinic, sessions, kill));
    }
    stop.abort();
    await Promise.all(pressing);
    await everySession(sessions, hasNothingUnsent);
    const faults = await faultsOf(clinic, sessions);
    sum.presses += sessions.flatMap(({ coders }) => coders.flatMap(({ pressed }) => pressed)).length;
    sum.lost += faults.lost;
    sum.doubled += faults.doubled;
    sum.reordered += faults.reordered;
    say(
      `${back.length} of ${KILLS} kills and cuts, back after ${percentile(back, 95).toFixed(0)} ms (p95), ${NODES} nodes: ${JSON.stringify(sum)}`,
    );
    for (const { coders } of sessions) for (const { session } of coders) session.close();
  }

  const rounds = (value: number) => [{ ours: value }];
  return {
    killsLost: figureOf(rounds(sum.lost), 'presses', { value: 0 }),
    killsDoubled: figureOf(rounds(sum.doubled), 'presses', { value: 0 }),
    killsReordered: figureOf(rounds(sum.reordered), 'presses', { value: 0 }),
    killToAckP95: figureOf(rounds(percentile(back, 95)), 'ms', { value: 1_500 }),
  };
};

/** Cuts all connections, and soon after kills a server. Resolves to the ms from the kill until everybody codes again. */
async function cutAndKill({ front, nodes }: StartedClinic, sessions: readonly Coded[], kill: number): Promise<number> {
  await pause(WORKS_FOR_MS * (0.5 + Math.random()));
  front.cut();
  await pause(WORKS_FOR_MS * (0.5 + Math.random()));
  const [node, ...others] = inTurn(nodes, kill);
  if (node === undefined) throw new Error('There is no node.');
  front.prefer(...others.map(portOf), portOf(node));
  const began = performance.now();
  await node.kill();
  const restarted = node.start();
  if (others.length === 0) await restarted;
  await everySession(sessions, acknowledgesAnother);
  const took = performance.now() - began;
  await restarted;
  return took;
}

function inTurn<T>(all: readonly T[], turn: number): readonly T[] {
  const at = turn % all.length;
  return [...all.slice(at), ...all.slice(0, at)];
}

async function signInBoth({ nodes: [first] }: StartedClinic): Promise<readonly [Visitor, Visitor]> {
  if (first === undefined) throw new Error('There is no server.');
  // A demo's link works at the server that printed it.
  const therapist = await signInStaff(first.url, first.links.therapist);
  return [therapist, await signInStaff(first.url, first.links.supervisor)];
}

async function openSessions(
  { front }: StartedClinic,
  [therapist, supervisor]: readonly [Visitor, Visitor],
): Promise<readonly Coded[]> {
  const sessions: Coded[] = [];
  for (let index = 0; index < SESSIONS; index += 1) {
    sessions.push(await openSession(front.url, therapist, supervisor, `Family ${index}`));
  }
  return sessions;
}

async function openSession(url: string, therapist: Visitor, supervisor: Visitor, name: string): Promise<Coded> {
  const { sessionId, device } = await planSession(url, therapist, name);
  const lead = await connectByWire(url, therapist.cookie(), { as: 'staff', sessionId });
  const home = await connectByWire(url, device.cookie(), { as: 'device' });
  const caregiverId = await startCoaching(lead, device);
  lead.leave();
  home.leave();
  const coders = [therapist, supervisor].map((who) => openCoder({ url, cookie: who.cookie(), sessionId }));
  return { sessionId, caregiverId, coders };
}

async function pressUntil(stop: AbortSignal, { caregiverId, coders }: Coded): Promise<void> {
  while (!stop.aborted) {
    for (const { press, session } of coders) if (session.getSnapshot().self !== undefined) press(caregiverId);
    await pause(PRESS_EVERY_MS);
  }
}

async function everySession(sessions: readonly Coded[], is: (coder: Coder) => Promise<void>): Promise<void> {
  await Promise.all(sessions.flatMap(({ coders }) => coders.map(is)));
}

/** Resolves when a press that was made from now on is acknowledged. */
function acknowledgesAnother(coder: Coder): Promise<void> {
  const before = coder.pressed.length;
  return until(coder, () => {
    const isUnsent = new Set(coder.session.getSnapshot().unsent.map(({ codeId }) => codeId));
    return coder.pressed.slice(before).some((codeId) => !isUnsent.has(codeId));
  });
}

const hasNothingUnsent = (coder: Coder) => until(coder, () => coder.unsent() === 0);

async function until({ session }: Coder, isSo: () => boolean): Promise<void> {
  const tooLate = AbortSignal.timeout(SETTLES_WITHIN_MS);
  await new Promise<void>((resolve, reject) => {
    tooLate.addEventListener('abort', () => reject(new Error('A coder did not get through any more.')));
    const stop = session.subscribe(look);
    function look() {
      if (!isSo()) return;
      stop();
      resolve();
    }
    look();
  });
}

async function faultsOf({ read }: StartedClinic, sessions: readonly Coded[]): Promise<LogFaults> {
  return read(async (db, keys) => {
    const log = createSqlFactLog(db, keys);
    const sum = { lost: 0, doubled: 0, reordered: 0 };
    for (const { sessionId, coders } of sessions) {
      const { lost, doubled, reordered } = logFaults(
        await log.read(sessionId),
        coders.map(({ pressed }) => pressed),
      );
      sum.lost += lost;
      sum.doubled += doubled;
      sum.reordered += reordered;
    }
    return sum;
  });
}
